package dev.docket.backend.precedents;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.precedents.StoredWaves.Reader;
import dev.docket.backend.queue.TaskInvolvement;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.Veils;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.MemberState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
@Service
public class Waves {
    private static final Duration SHOWN_AFTERWARDS = Duration.ofHours(24);

    private final StoredWaves stored;
    private final TaskInvolvement involvement;
    private final Veils veils;
    private final StoredFingerprints prints;
    private final Fingerprints fingerprints;
    private final WaveRules rules;
    private final WaveWork work;
    private final WaveNews news;
    private final PrecedentSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Waves(
            StoredWaves stored,
            TaskInvolvement involvement,
            Veils veils,
            StoredFingerprints prints,
            Fingerprints fingerprints,
            WaveRules rules,
            WaveWork work,
            WaveNews news,
            PrecedentSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.stored = stored;
        this.involvement = involvement;
        this.veils = veils;
        this.prints = prints;
        this.fingerprints = fingerprints;
        this.rules = rules;
        this.work = work;
        this.news = news;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// What awaits an approval or was decided lately, then what waits, the largest first.
    public List<WaveSummary> list(Caller.Person person) {
        var waves = new ArrayList<WaveSummary>();
        for (var wave : stored.openOrSince(clock.instant().minus(SHOWN_AFTERWARDS), Reader.of(person))) {
            waves.add(view(wave).wave());
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
                .map(wave -> unveiled(person, view(wave)))
                .orElseGet(() -> {
                    var waiting = waiting(person);
                    return waiting.view(cluster(waiting, id));
                });
    }

    /// Decides all of a waiting wave but the exceptions; what somebody holds is left to them. A
    /// large or most severe one awaits a second person's approval first.
    ///
    /// @return the wave under the name by which it is undone
    /// @throws DomainProblem `wave-too-large`, `not-found`, or an `InvalidInput` with every fault
    public WaveView decide(Caller.Person person, UUID id, WaveDecision request) {
        var waiting = waiting(person);
        var cluster = cluster(waiting, id);
        Finding finding = rules.check(person, request, cluster);
        var excepted = request.except() == null ? Set.<String>of() : Set.copyOf(request.except());
        var members = waiting.members(cluster, excepted);
        long size = members.stream()
                .filter(member -> member.state() == MemberState.WAITING)
                .count();
        if (size > settings.largestWave()) {
            throw new DomainProblem(
                    PrecedentProblem.WAVE_TOO_LARGE,
                    "At most " + settings.largestWave() + " items at once; this has " + size + ". Except some of them.",
                    Map.of("size", size, "most", settings.largestWave()));
        }
        UUID wave = Ids.next();
        var state =
                size > settings.aloneUpTo() || finding.isCritical() ? WaveState.AWAITING_APPROVAL : WaveState.DECIDING;
        transaction.executeWithoutResult(status -> {
            stored.insert(wave, cluster.leader().item(), members.getFirst().queue(), finding, state, person.id());
            stored.insertMembers(wave, members);
            audit.append(
                    person.actor(),
                    state == WaveState.DECIDING ? "wave.decided" : "wave.proposed",
                    "wave",
                    wave.toString(),
                    Map.of("items", size, "outcome", finding.outcome()));
            news.tell(wave);
        });
        if (state == WaveState.DECIDING) {
            work.decideAll(wave);
        }
        return view(known(person, wave));
    }

    /// The second person's agreement to a large wave: it is decided as the first one wanted.
    ///
    /// @throws DomainProblem `second-approver-needed` to the one who decided it, `already-decided`, `not-found`
    public WaveView approve(Caller.Person person, UUID id) {
        rules.check(person, known(person, id).finding());
        transaction.executeWithoutResult(status -> {
            if (!stored.approve(id, person.id())) {
                throw notYours(person, id);
            }
            var agreedTo = stored.members(id).stream()
                    .filter(member -> member.state() == MemberState.WAITING)
                    .map(StoredWaves.Member::item)
                    .toList();
            involvement.note(person.id(), TaskInvolvement.Part.AGREED_TO_WAVE, agreedTo, null);
            audit.append(person.actor(), "wave.approved", "wave", id.toString(), Map.of());
            news.tell(id);
        });
        work.decideAll(id);
        return view(known(person, id));
    }

    /// Refuses or withdraws what awaits approval; its items wait as before.
    public void refuse(Caller.Person person, UUID id) {
        transaction.executeWithoutResult(status -> {
            known(person, id);
            if (!stored.move(id, WaveState.AWAITING_APPROVAL, WaveState.REFUSED)) {
                throw new DomainProblem(PrecedentProblem.ALREADY_DECIDED, "The wave awaits no approval.");
            }
            audit.append(person.actor(), "wave.refused", "wave", id.toString(), Map.of());
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
            audit.append(person.actor(), "wave.undone", "wave", id.toString(), Map.of());
        });
    }

    /// Takes all of a wave back after its grace time: a superseding decision for each item.
    public WaveView reverse(Caller.Person person, UUID id, String reasons) {
        known(person, id);
        rules.checkReasons(reasons);
        work.reverseAll(person.actor(), id, reasons);
        transaction.executeWithoutResult(
                status -> audit.append(person.actor(), "wave.reversed", "wave", id.toString(), Map.of()));
        return view(known(person, id));
    }

    private DomainProblem notYours(Caller.Person person, UUID id) {
        var wave = known(person, id);
        return wave.state() == WaveState.AWAITING_APPROVAL
                        && wave.by().id().equals(person.id().toString())
                ? new DomainProblem(
                        PrecedentProblem.SECOND_APPROVER_NEEDED, "Ask another senior or supervisor to approve it.")
                : new DomainProblem(PrecedentProblem.ALREADY_DECIDED, "The wave awaits no approval.");
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

    private WaveView view(StoredWaves.Wave wave) {
        var members = stored.members(wave.id());
        var faces = stored.faces(ids(members));
        int decided = (int) members.stream()
                .filter(member -> member.state() == MemberState.DECIDED)
                .count();
        var leader = faces.get(wave.leader());
        var summary = new WaveSummary(
                wave.id().toString(),
                wave.state(),
                leader == null ? null : leader.text(),
                wave.queue(),
                (int) members.stream()
                        .filter(member -> member.state() != MemberState.EXCEPTED)
                        .count(),
                decided,
                wave.at(),
                wave.by());
        var finding = new WaveView.Finding(
                wave.finding().outcome(),
                wave.finding().violations(),
                wave.finding().actions(),
                wave.finding().reasons(),
                wave.by(),
                wave.approvedBy());
        return new WaveView(
                summary,
                members.stream().map(member -> wire(member, faces)).toList(),
                finding,
                wave.undoUntil(),
                wave.state() == WaveState.AWAITING_APPROVAL,
                limits());
    }

    private WaveView.Limits limits() {
        return new WaveView.Limits(settings.aloneUpTo(), settings.largestWave());
    }

    /// What was found is left out where it is veiled from the person for one of the items.
    private WaveView unveiled(Caller.Person person, WaveView wave) {
        var items = wave.members().stream()
                .map(member -> UUID.fromString(member.itemId()))
                .toList();
        return veils.over(items, person).isEmpty()
                ? wave
                : new WaveView(
                        wave.wave(), wave.members(), null, wave.undoUntil(), wave.approvalNeeded(), wave.limits());
    }

    private static List<UUID> ids(List<StoredWaves.Member> members) {
        return members.stream().map(StoredWaves.Member::item).toList();
    }

    private static WaveView.Member wire(StoredWaves.Member member, Map<UUID, StoredWaves.Face> faces) {
        StoredWaves.@Nullable Face face = faces.get(member.item());
        return new WaveView.Member(
                member.item().toString(),
                face == null ? null : face.text(),
                face == null ? null : face.author(),
                member.queue(),
                face == null ? 0 : face.media(),
                member.similarity(),
                member.state(),
                member.standing());
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
                            task(print.item()).queue(),
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
            var members = members(cluster, Set.of());
            var faces = stored.faces(ids(members));
            var leader = faces.get(cluster.leader().item());
            @Nullable Instant oldest = members.stream()
                    .map(member -> task(member.item()).since())
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            var summary = new WaveSummary(
                    cluster.leader().item().toString(),
                    WaveState.WAITING,
                    leader == null ? null : leader.text(),
                    task(cluster.leader().item()).queue(),
                    members.size(),
                    0,
                    oldest,
                    null);
            return new WaveView(
                    summary,
                    members.stream().map(member -> wire(member, faces)).toList(),
                    null,
                    null,
                    members.size() > settings.aloneUpTo(),
                    limits());
        }

        private StoredWaves.Waiting task(UUID item) {
            return Objects.requireNonNull(tasks.get(item), "what is in a cluster waits");
        }
    }
}
