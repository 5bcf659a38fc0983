package dev.docket.backend.quality;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Wilson;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.review.Veils;
import dev.docket.dto.Page;
import dev.docket.dto.people.Role;
import dev.docket.dto.quality.CoachingCard;
import dev.docket.dto.quality.ModeratorQuality;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How often each moderator found what was then settled, and what there is to learn from where they
/// did not. A person sees their own figures and cards; supervisors see everybody's.
@Service
public class Accuracy {
    private static final Duration USUALLY = Duration.ofDays(90);
    private static final int MOST_CARDS = 100;

    private final StoredJudgements judgements;
    private final Veils veils;
    private final StoredNames names;
    private final StoredCoachingNotes notes;
    private final StoredAlerts alerts;
    private final Policies policies;
    private final QualitySettings settings;
    private final Clock clock;

    Accuracy(
            StoredJudgements judgements,
            Veils veils,
            StoredNames names,
            StoredCoachingNotes notes,
            StoredAlerts alerts,
            Policies policies,
            QualitySettings settings,
            Clock clock) {
        this.settings = settings;
        this.judgements = judgements;
        this.veils = veils;
        this.names = names;
        this.notes = notes;
        this.alerts = alerts;
        this.policies = policies;
        this.clock = clock;
    }

    /// What somebody's accuracy should be at least.
    public double wanted() {
        return settings.leastAccuracy();
    }

    /// @param from null for 90 days before `to`
    /// @param to null for now
    @Transactional(readOnly = true)
    public ModeratorQuality of(Caller.Person caller, UUID person, @Nullable Instant from, @Nullable Instant to) {
        if (!caller.is(Role.SUPERVISOR) && !caller.id().equals(person)) {
            throw new DomainProblem(CommonProblem.FORBIDDEN, "Only supervisors see the figures of others.");
        }
        var called = names.find(person)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no person of that id."));
        var window = Window.of(from, to, USUALLY, clock);
        var judged = judgements.of(person, window.from(), window.to());
        var all = score(judged, judgement -> true);
        var sent = notes.to(person);
        var veiled = veils.over(judged.stream().map(Judgement::item).distinct().toList(), caller);
        return new ModeratorQuality(
                called,
                window.from(),
                window.to(),
                all.judged(),
                all.right(),
                all.accuracy(),
                score(judged, Judgement::byGolden),
                score(judged, judgement -> !judgement.byGolden()),
                policies.all().stream()
                        .map(Policy::key)
                        .filter(key -> judged.stream().anyMatch(judgement -> concerns(judgement, key)))
                        .map(key -> ofPolicy(key, judged))
                        .toList(),
                judged.stream()
                        .filter(judgement -> !judgement.right() && !veiled.contains(judgement.item()))
                        .limit(MOST_CARDS)
                        .map(judgement -> card(judgement, sent.get(judgement.item())))
                        .toList());
    }

    /// Everybody judged in the last 90 days, those most often wrong first.
    @Transactional(readOnly = true)
    public Page<ModeratorQuality.Summary> page(@Nullable String after, int limit) {
        var window = Window.of(null, null, USUALLY, clock);
        int start = start(after);
        var found = judgements.scores(window.from(), window.to()).stream()
                .skip(start)
                .limit(limit + 1L)
                .toList();
        var shown = found.stream().limit(limit).toList();
        var called = names.of(shown.stream().map(StoredJudgements.Score::person).toList());
        var alarmed = alerts.peopleAlarmed();
        return new Page<>(
                shown.stream()
                        .map(score -> new ModeratorQuality.Summary(
                                called.of(score.person()),
                                score.judged(),
                                score.right(),
                                Wilson.of(score.right(), score.judged()),
                                alarmed.contains(score.person())))
                        .toList(),
                found.size() > limit ? Integer.toString(start + limit) : null);
    }

    private static int start(@Nullable String after) {
        try {
            return after == null ? 0 : Math.max(0, Integer.parseInt(after));
        } catch (NumberFormatException notACursor) {
            new FieldErrors().add("/after", "the cursor of the page before").throwIfAny();
            throw notACursor;
        }
    }

    private static ModeratorQuality.BySource score(List<Judgement> judged, Predicate<Judgement> counted) {
        var of = judged.stream().filter(counted).toList();
        int right = (int) of.stream().filter(Judgement::right).count();
        return new ModeratorQuality.BySource(of.size(), right, Wilson.of(right, of.size()));
    }

    private static ModeratorQuality.OfPolicy ofPolicy(String policy, List<Judgement> judged) {
        int missed = (int) judged.stream()
                .filter(judgement -> judgement.missed().contains(policy))
                .count();
        int falselyFound = (int) judged.stream()
                .filter(judgement -> judgement.falselyFound().contains(policy))
                .count();
        int right = judged.size() - missed - falselyFound;
        return new ModeratorQuality.OfPolicy(
                policy, judged.size(), right, missed, falselyFound, Wilson.of(right, judged.size()));
    }

    private static boolean concerns(Judgement judgement, String policy) {
        return judgement.found().contains(policy) || judgement.violated().contains(policy);
    }

    private CoachingCard card(Judgement judgement, StoredCoachingNotes.@Nullable Sent sent) {
        var card = card(judgement);
        return sent == null
                ? card
                : card.sent(new CoachingCard.Sent(names.of(sent.by()), sent.at(), sent.note(), sent.acknowledgedAt()));
    }

    private CoachingCard card(Judgement judgement) {
        return new CoachingCard(
                judgement.item().toString(),
                judgement.source(),
                judgement.externalId(),
                judgement.settledBy(),
                judgement.at(),
                judgement.answer(),
                judgement.truth(),
                judgement.missed(),
                judgement.falselyFound(),
                Stream.concat(judgement.missed().stream(), judgement.falselyFound().stream())
                        .map(policy -> text(policy, judgement))
                        .toList());
    }

    private CoachingCard.PolicyText text(String key, Judgement judgement) {
        int version = Objects.requireNonNullElse(judgement.versions().get(key), 0);
        var policy = policies.byKey(key, version).or(() -> policies.byKey(key));
        return new CoachingCard.PolicyText(
                key,
                policy.map(Policy::version).orElse(version),
                policy.map(Policy::title).orElse(null),
                policy.map(Policy::text).orElse(null));
    }
}
