package dev.docket.backend.precedents;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.precedents.StoredWaves.Reader;
import dev.docket.backend.queue.QueueProblem;
import dev.docket.backend.queue.TaskInvolvement;
import dev.docket.backend.queue.TaskInvolvement.Part;
import dev.docket.backend.review.Finding;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveTurn;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.MemberState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Near-duplicates that wait, and are decided at once.
///
/// A waiting wave is worked out each time out of the fingerprints of what waits, and named after its oldest item. What
/// somebody decides becomes a wave of its own, with members that stay as they were then: others may join the queue
/// meanwhile, but nobody's decision reaches an item that they did not see.
///
/// A large wave, one with a finding that always wants two people, and a share of the others drawn by chance are judged
/// by a second person who knows nothing of what the first one found. Where both found the same, what both found is
/// decided; where they differ, a supervisor who took no part sees both and settles it, or sends its items back. Until
/// then nothing has happened to any item, and each can be decided by itself.
@Service
public class Waves {
    private static final Duration SHOWN_AFTERWARDS = Duration.ofHours(24);

    private final StoredWaves stored;
    private final TaskInvolvement involvement;
    private final WaveViews views;
    private final StoredFingerprints prints;
    private final Fingerprints fingerprints;
    private final WaveRules rules;
    private final WaveWork work;
    private final WaveNews news;
    private final WaveLooks looks;
    private final PrecedentSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Waves(
            StoredWaves stored,
            TaskInvolvement involvement,
            WaveViews views,
            StoredFingerprints prints,
            Fingerprints fingerprints,
            WaveRules rules,
            WaveWork work,
            WaveNews news,
            WaveLooks looks,
            PrecedentSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.stored = stored;
        this.involvement = involvement;
        this.views = views;
        this.prints = prints;
        this.fingerprints = fingerprints;
        this.rules = rules;
        this.work = work;
        this.news = news;
        this.looks = looks;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What awaits somebody or was decided lately, then what waits, the largest first.
    public List<WaveSummary> list(Caller.Person person) {
        var waves = new ArrayList<WaveSummary>();
        for (var wave : stored.openOrSince(clock.instant().minus(SHOWN_AFTERWARDS), Reader.of(person))) {
            waves.add(views.of(wave, person).wave());
        }
        var waiting = waiting(person);
        for (var cluster : waiting.clusters()) {
            waves.add(waiting.view(cluster).wave());
        }
        return waves;
    }

    /// @throws DomainProblem `not-found`, also for a wave whose items were decided one by one meanwhile
    public WaveView byId(Caller.Person person, UUID id) {
        return stored.find(id, Reader.of(person))
                .map(wave -> views.of(wave, person))
                .orElseGet(() -> {
                    var waiting = waiting(person);
                    return waiting.view(cluster(waiting, id));
                });
    }

    /// Decides all of a waiting wave but the exceptions; what somebody holds is left to them. One that needs a second
    /// person awaits them first.
    ///
    /// @return the wave under the name by which it is undone
    /// @throws DomainProblem `wave-too-large`, `not-found`, or an `InvalidInput` with every fault
    public WaveView decide(Caller.Person person, UUID id, WaveDecision request) {
        var waiting = waiting(person);
        var cluster = cluster(waiting, id);
        Finding finding = rules.check(
                person,
                request,
                cluster.members().stream().map(Fingerprint::item).toList());
        var members = waiting.members(cluster, excepted(request));
        int size = waitingOf(members).size();
        if (size > settings.largestWave()) {
            throw new DomainProblem(
                    PrecedentProblem.WAVE_TOO_LARGE,
                    "At most " + settings.largestWave() + " items at once; this has " + size + ". Except some of them.",
                    Map.of("size", size, "most", settings.largestWave()));
        }
        UUID wave = Ids.next();
        boolean alone = size <= settings.aloneUpTo() && !rules.wantsSecond(person, finding);
        transaction.executeWithoutResult(status -> {
            var state = alone ? WaveState.DECIDING : WaveState.AWAITING_APPROVAL;
            stored.insert(wave, cluster.leader().item(), members.getFirst().queue(), finding, state, person.id());
            stored.insertMembers(wave, members);
            if (alone) {
                append(person, "wave.decided", wave, Map.of("items", size, "outcome", finding.outcome()));
            } else {
                append(person, "wave.proposed", wave, Map.of("items", size));
            }
            looks.tell(person.id(), cluster.leader().item(), members.getFirst().queue(), request);
            news.tell(wave);
        });
        if (alone) {
            work.decideAll(wave);
        }
        return views.of(known(person, wave), person);
    }

    /// What the second person finds, who knows nothing of what the first one found. Where they agree it is decided.
    ///
    /// @throws DomainProblem `second-approver-needed` to the first person, `not-independent` to whoever took
    ///     part in one of its items, `already-decided`, `not-found`, or an `InvalidInput` with every fault
    public WaveView look(Caller.Person person, UUID id, WaveDecision request) {
        var wave = known(person, id);
        refuseUnless(WaveTurn.LOOK, wave, person);
        var items = waitingOf(stored.members(id));
        Finding found = rules.check(person, request, items);
        if (stored.isKeptFrom(id, person.id())) {
            throw new DomainProblem(
                    QueueProblem.NOT_INDEPENDENT, "You took part in one of its items; somebody else must judge it.");
        }
        @Nullable Finding agreed = rules.agreed(wave.finding(), found).orElse(null);
        transaction.executeWithoutResult(status -> {
            if (!stored.look(id, person.id(), found, agreed)) {
                throw notYours(known(person, id), person);
            }
            var left = excepted(request).stream().map(UUID::fromString).toList();
            stored.except(id, left);
            if (agreed != null) {
                var decided =
                        items.stream().filter(item -> !left.contains(item)).toList();
                involvement.note(person.id(), Part.AGREED_TO_WAVE, decided, null);
            }
            append(person, agreed == null ? "wave.disputed" : "wave.approved", id, Map.of());
            looks.tell(person.id(), wave.leader(), wave.queue(), request);
            news.tell(id);
        });
        if (agreed != null) {
            work.decideAll(id);
        }
        return views.of(known(person, id), person);
    }

    /// What becomes of a wave of which two people found different things, by the word of a third.
    ///
    /// @throws DomainProblem `second-approver-needed` to the two, and for what always wants two people where
    ///     neither of them found as much; `already-decided`, `not-found`, or an `InvalidInput` with every fault
    public WaveView settle(Caller.Person person, UUID id, WaveDecision request) {
        var wave = known(person, id);
        refuseUnless(WaveTurn.SETTLE, wave, person);
        var items = waitingOf(stored.members(id));
        Finding finding = rules.check(person, request, items);
        if (!rules.isBacked(finding, List.of(wave.finding(), Objects.requireNonNull(wave.second())))) {
            throw new DomainProblem(
                    PrecedentProblem.SECOND_APPROVER_NEEDED,
                    "Neither of the two found severity 4 or a ban, and one person alone cannot. Settle on less, or send"
                            + " the wave back so that its items are judged one by one.");
        }
        transaction.executeWithoutResult(status -> {
            if (!stored.settle(id, person.id(), finding)) {
                throw notYours(known(person, id), person);
            }
            stored.except(id, excepted(request).stream().map(UUID::fromString).toList());
            noteJudges(wave, items);
            append(person, "wave.settled", id, Map.of("items", items.size(), "outcome", finding.outcome()));
            looks.tell(person.id(), wave.leader(), wave.queue(), request);
            news.tell(id);
        });
        work.decideAll(id);
        return views.of(known(person, id), person);
    }

    /// Withdraws what one found oneself, or sends a wave back that one is to judge or to settle; its items wait as
    /// before. Whoever judged a wave that is disputed looks at none of its items again.
    public void refuse(Caller.Person person, UUID id) {
        var wave = known(person, id);
        var turn = WaveViews.turn(wave, person);
        if (turn == WaveTurn.NOTHING) {
            throw notYours(wave, person);
        }
        transaction.executeWithoutResult(status -> {
            if (!stored.move(id, wave.state(), WaveState.REFUSED)) {
                throw notYours(known(person, id), person);
            }
            if (wave.second() != null) {
                var items = waitingOf(stored.members(id));
                noteJudges(wave, items);
                involvement.note(person.id(), Part.JUDGED_WAVE, items, null);
            }
            append(person, "wave.refused", id, Map.of());
            news.tell(id);
        });
    }

    /// Takes all of a wave back, or none of it.
    ///
    /// @throws DomainProblem `undo-expired` once the first of its decisions took effect
    public void undo(Caller.Person person, UUID id) {
        known(person, id);
        transaction.executeWithoutResult(status -> {
            work.undoAll(person.actor(), id);
            append(person, "wave.undone", id, Map.of());
        });
    }

    /// Takes all of a wave back after its grace time: a superseding decision for each item.
    public WaveView reverse(Caller.Person person, UUID id, String reasons) {
        known(person, id);
        rules.checkReasons(reasons);
        work.reverseAll(person.actor(), id, reasons);
        transaction.executeWithoutResult(status -> append(person, "wave.reversed", id, Map.of()));
        return views.of(known(person, id), person);
    }

    private void append(Caller.Person person, String action, UUID wave, Map<String, Object> details) {
        audit.append(person.actor(), action, "wave", wave.toString(), details);
    }

    /// They found something of the items, and are kept from looks that must know nothing of it.
    private void noteJudges(StoredWaves.Wave wave, List<UUID> items) {
        involvement.note(wave.first(), Part.JUDGED_WAVE, items, null);
        involvement.note(Objects.requireNonNull(wave.secondBy()), Part.JUDGED_WAVE, items, null);
    }

    private static void refuseUnless(WaveTurn turn, StoredWaves.Wave wave, Caller.Person person) {
        if (WaveViews.turn(wave, person) != turn) {
            throw notYours(wave, person);
        }
    }

    private static DomainProblem notYours(StoredWaves.Wave wave, Caller.Person person) {
        boolean judged = person.id().equals(wave.first()) || person.id().equals(wave.secondBy());
        return switch (wave.state()) {
            case AWAITING_APPROVAL ->
                new DomainProblem(
                        PrecedentProblem.SECOND_APPROVER_NEEDED,
                        "Another senior or supervisor has to judge it without knowing what you found.");
            case DISPUTED ->
                new DomainProblem(
                        PrecedentProblem.SECOND_APPROVER_NEEDED,
                        judged
                                ? "You two found different things: a supervisor who took no part settles it."
                                : "Two people found different things: a supervisor settles it.");
            default -> new DomainProblem(PrecedentProblem.ALREADY_DECIDED, "The wave awaits nobody's judgement.");
        };
    }

    private static Set<String> excepted(WaveDecision request) {
        return request.except() == null ? Set.of() : Set.copyOf(request.except());
    }

    private static List<UUID> waitingOf(List<StoredWaves.Member> members) {
        return members.stream()
                .filter(member -> member.state() == MemberState.WAITING)
                .map(StoredWaves.Member::item)
                .toList();
    }

    private StoredWaves.Wave known(Caller.Person person, UUID id) {
        return stored.find(id, Reader.of(person)).orElseThrow(Waves::unknown);
    }

    private static Cluster cluster(Waiting waiting, UUID id) {
        return waiting.clusters().stream()
                .filter(cluster -> cluster.leader().item().equals(id))
                .findFirst()
                .orElseThrow(Waves::unknown);
    }

    private static DomainProblem unknown() {
        return new DomainProblem(
                CommonProblem.NOT_FOUND, "There is no such wave any more; ask GET /api/v1/waves for those that wait.");
    }

    private Waiting waiting(Caller.Person person) {
        var tasks = stored.waiting(Reader.of(person), settings.waiting());
        Map<UUID, StoredWaves.Waiting> byItem = tasks.stream()
                .filter(task -> rules.admits(person, task.queue()))
                .collect(Collectors.toMap(StoredWaves.Waiting::item, Function.identity(), (first, second) -> first));
        var found = prints.find(byItem.keySet(), fingerprints.encoder());
        return new Waiting(
                byItem, Cluster.of(List.copyOf(found.values()), settings.leastCosine(), settings.smallestWave()));
    }

    /// What waits just now, in clusters.
    private final class Waiting {
        private final Map<UUID, StoredWaves.Waiting> tasks;
        private final List<Cluster> clusters;

        Waiting(Map<UUID, StoredWaves.Waiting> tasks, List<Cluster> clusters) {
            this.tasks = tasks;
            this.clusters = clusters;
        }

        List<Cluster> clusters() {
            return clusters;
        }

        /// The most similar first.
        List<StoredWaves.Member> members(Cluster cluster, Set<String> excepted) {
            return cluster.members().stream()
                    .map(print -> new StoredWaves.Member(
                            print.item(),
                            WaveViews.task(tasks, print.item()).queue(),
                            Math.round(cluster.leader().similarity(print) * 1000) / 1000.0,
                            excepted.contains(print.item().toString()) ? MemberState.EXCEPTED : MemberState.WAITING,
                            null,
                            null))
                    .sorted(Comparator.comparingDouble(StoredWaves.Member::similarity)
                            .reversed()
                            .thenComparing(StoredWaves.Member::item))
                    .toList();
        }

        WaveView view(Cluster cluster) {
            return views.of(cluster, members(cluster, Set.of()), tasks);
        }
    }
}
