package dev.docket.backend.quality;

import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.quality.AgreementReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far people who looked at the same items found the same. What each figure means and
/// where it is from stands in docs/quality.md.
@Service
public class Agreement {
    private static final Duration USUALLY = Duration.ofDays(30);
    private static final int MOST_PAIRS = 500;

    /// Pseudo-votes of the model that estimates how people err; see [DawidSkene].
    private static final double SMOOTHING = 0.5;

    private static final double TRUST = 1;

    private final StoredLooks looks;
    private final StoredNames names;
    private final Policies policies;
    private final QualitySettings settings;
    private final Clock clock;

    Agreement(StoredLooks looks, StoredNames names, Policies policies, QualitySettings settings, Clock clock) {
        this.settings = settings;
        this.looks = looks;
        this.names = names;
        this.policies = policies;
        this.clock = clock;
    }

    /// What agreement beyond chance should be at least.
    public double wanted() {
        return settings.leastKappa();
    }

    /// @param policy one policy, violated or not; null for findings as a whole
    /// @param from null for 30 days before `to`
    /// @param to null for now
    @Transactional(readOnly = true)
    public AgreementReport report(@Nullable String policy, @Nullable Instant from, @Nullable Instant to) {
        if (policy != null && policies.byKey(policy).isEmpty()) {
            new FieldErrors().add("/policy", "no such policy").throwIfAny();
        }
        var window = Window.of(from, to, USUALLY, clock);
        return report(policy, window.from(), window.to(), Meetings.of(looks.met(window.from(), window.to())));
    }

    /// Of one calibration's answers alone; null before two people answered for one item.
    @Nullable AgreementReport ofCalibration(UUID calibration, Instant since) {
        var met = Meetings.of(looks.ofCalibration(calibration));
        return met.byItem().isEmpty() ? null : report(null, since, clock.instant(), met);
    }

    private AgreementReport report(@Nullable String policy, Instant from, Instant to, Meetings met) {
        Function<Look, Object> finding =
                policy == null ? Look::policies : look -> look.policies().contains(policy);
        var ratings = met.ratings(finding);
        var called = names.of(met.people());
        return new AgreementReport(
                policy,
                from,
                to,
                met.byItem().size(),
                met.votes(),
                KrippendorffAlpha.rawAgreement(ratings),
                KrippendorffAlpha.of(ratings),
                met.pairs(finding).stream()
                        .limit(MOST_PAIRS)
                        .map(pair -> new AgreementReport.Pair(
                                called.of(pair.first()),
                                called.of(pair.second()),
                                pair.items(),
                                pair.rawAgreement(),
                                pair.kappa()))
                        .toList(),
                policies.all().stream()
                        .map(Policy::key)
                        .filter(key -> policy == null || policy.equals(key))
                        .map(key -> ofPolicy(key, met))
                        .toList(),
                met.confusion().stream()
                        .filter(cell -> policy == null || policy.equals(cell.policy()) || policy.equals(cell.against()))
                        .toList(),
                raters(policy, met, called));
    }

    private static AgreementReport.OfPolicy ofPolicy(String policy, Meetings met) {
        var ratings = met.ratings(look -> look.policies().contains(policy));
        return new AgreementReport.OfPolicy(
                policy,
                met.byItem().size(),
                met.votes(),
                met.found(policy),
                KrippendorffAlpha.rawAgreement(ratings),
                KrippendorffAlpha.of(ratings));
    }

    /// How each person errs, without knowing the truth of anything.
    private static List<AgreementReport.Rater> raters(@Nullable String policy, Meetings met, StoredNames.Names called) {
        var people = List.copyOf(met.people());
        int[] votes = new int[people.size()];
        var ratings = violatedOrNot(policy, met, people);
        ratings.votes().forEach(vote -> votes[vote.rater()]++);
        var fit = DawidSkene.fit(ratings, SMOOTHING, TRUST);
        return IntStream.range(0, people.size())
                .mapToObj(rater -> new AgreementReport.Rater(
                        called.of(people.get(rater)),
                        votes[rater],
                        fit.accuracy(rater),
                        fit.confusion()[rater][1][1],
                        fit.confusion()[rater][0][0]))
                .toList();
    }

    private static Ratings violatedOrNot(@Nullable String policy, Meetings met, List<UUID> people) {
        var numbers = new java.util.HashMap<UUID, Integer>();
        people.forEach(person -> numbers.put(person, numbers.size()));
        var votes = IntStream.range(0, met.byItem().size())
                .boxed()
                .flatMap(item -> met.byItem().get(item).stream()
                        .map(look -> new Ratings.Vote(
                                item,
                                Objects.requireNonNull(numbers.get(look.person()), "everybody is numbered"),
                                found(policy, look) ? 1 : 0)))
                .toList();
        return new Ratings(met.byItem().size(), people.size(), 2, votes);
    }

    private static boolean found(@Nullable String policy, Look look) {
        return policy == null ? !look.policies().isEmpty() : look.policies().contains(policy);
    }
}
