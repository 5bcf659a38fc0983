package dev.docket.backend.precedents;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.review.Finding;
import dev.docket.backend.review.Veils;
import dev.docket.dto.people.Role;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveTurn;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.MemberState;
import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Waves as somebody may see them.
///
/// Who is to judge a wave as the second person learns that it needs one and which items the
/// first one means, and nothing of what was found, by whom, or what was left out. The third one
/// sees what both found and not whose it is. What was withdrawn or sent back is shown to
/// whoever found it alone: its items wait again, and the next second person must know as
/// little.
@Component
class WaveViews {
    private final StoredWaves stored;
    private final Veils veils;
    private final PrecedentSettings settings;

    WaveViews(StoredWaves stored, Veils veils, PrecedentSettings settings) {
        this.stored = stored;
        this.veils = veils;
        this.settings = settings;
    }

    WaveView of(StoredWaves.Wave wave, Caller.Person reader) {
        var turn = turn(wave, reader);
        boolean tellsWhatIsOut = isSettled(wave) || reader.id().equals(wave.first());
        var members = stored.members(wave.id()).stream()
                .filter(member -> tellsWhatIsOut || member.state() != MemberState.EXCEPTED)
                .toList();
        var faces = stored.faces(ids(members));
        return new WaveView(
                summary(wave, members, face(wave, members, faces), reader),
                wire(members, faces),
                isVeiled(members, reader) ? null : finding(wave, reader),
                turn == WaveTurn.SETTLE && wave.second() != null
                        ? List.of(side(wave.finding()), side(wave.second()))
                        : null,
                wave.undoUntil(),
                wave.state() == WaveState.AWAITING_APPROVAL,
                turn,
                limits());
    }

    /// Of what waits.
    WaveView of(Cluster cluster, List<StoredWaves.Member> members, Map<UUID, StoredWaves.Waiting> tasks) {
        var faces = stored.faces(ids(members));
        UUID leader = cluster.leader().item();
        var face = faces.get(leader);
        @Nullable Instant oldest = members.stream()
                .map(member -> task(tasks, member.item()).since())
                .min(Comparator.naturalOrder())
                .orElse(null);
        var summary = new WaveSummary(
                leader.toString(),
                WaveState.WAITING,
                face == null ? null : face.text(),
                task(tasks, leader).queue(),
                members.size(),
                0,
                oldest,
                null);
        return new WaveView(
                summary,
                wire(members, faces),
                null,
                null,
                null,
                members.size() > settings.aloneUpTo(),
                WaveTurn.DECIDE,
                limits());
    }

    /// Of the leader, or of the first that is shown where it was left out.
    private static StoredWaves.@Nullable Face face(
            StoredWaves.Wave wave, List<StoredWaves.Member> members, Map<UUID, StoredWaves.Face> faces) {
        var leader = faces.get(wave.leader());
        return leader == null && !members.isEmpty()
                ? faces.get(members.getFirst().item())
                : leader;
    }

    static StoredWaves.Waiting task(Map<UUID, StoredWaves.Waiting> tasks, UUID item) {
        var task = tasks.get(item);
        if (task == null) {
            throw new IllegalStateException("what is in a cluster waits");
        }
        return task;
    }

    /// What this person can do with a wave that somebody has judged.
    static WaveTurn turn(StoredWaves.Wave wave, Caller.Person reader) {
        boolean first = reader.id().equals(wave.first());
        boolean second = reader.id().equals(wave.secondBy());
        return switch (wave.state()) {
            case AWAITING_APPROVAL -> first ? WaveTurn.WITHDRAW : WaveTurn.LOOK;
            case DISPUTED -> first || second || !reader.is(Role.SUPERVISOR) ? WaveTurn.NOTHING : WaveTurn.SETTLE;
            case WAITING, DECIDING, DECIDED, UNDONE, REVERSED, REFUSED -> WaveTurn.NOTHING;
        };
    }

    private WaveSummary summary(
            StoredWaves.Wave wave,
            List<StoredWaves.Member> members,
            StoredWaves.@Nullable Face leader,
            Caller.Person reader) {
        return new WaveSummary(
                wave.id().toString(),
                wave.state(),
                leader == null ? null : leader.text(),
                wave.queue(),
                count(members, member -> member.state() != MemberState.EXCEPTED),
                count(members, member -> member.state() == MemberState.DECIDED),
                wave.at(),
                by(wave, reader));
    }

    private static int count(List<StoredWaves.Member> members, Predicate<StoredWaves.Member> which) {
        return (int) members.stream().filter(which).count();
    }

    private static @Nullable PersonName by(StoredWaves.Wave wave, Caller.Person reader) {
        if (isSettled(wave)) {
            return wave.decider();
        }
        return reader.id().equals(wave.first()) ? wave.by() : null;
    }

    private static WaveView.@Nullable Finding finding(StoredWaves.Wave wave, Caller.Person reader) {
        if (isSettled(wave)) {
            return finding(wave.decided(), wave.decider(), wave.approvedBy());
        }
        if (reader.id().equals(wave.first())) {
            return finding(wave.finding(), wave.by(), null);
        }
        return wave.second() != null && reader.id().equals(wave.secondBy())
                ? finding(wave.second(), new PersonName(reader.id().toString(), ""), null)
                : null;
    }

    private static boolean isSettled(StoredWaves.Wave wave) {
        return switch (wave.state()) {
            case DECIDING, DECIDED, UNDONE, REVERSED -> true;
            case WAITING, AWAITING_APPROVAL, DISPUTED, REFUSED -> false;
        };
    }

    /// What was found is left out where it is veiled from the person for one of the items.
    private boolean isVeiled(List<StoredWaves.Member> members, Caller.Person reader) {
        return !veils.over(Set.copyOf(ids(members)), reader).isEmpty();
    }

    private static WaveView.Finding finding(Finding finding, PersonName by, @Nullable PersonName approvedBy) {
        return new WaveView.Finding(
                finding.outcome(), finding.violations(), finding.actions(), finding.reasons(), by, approvedBy);
    }

    private static WaveView.Side side(Finding finding) {
        return new WaveView.Side(finding.outcome(), finding.violations(), finding.actions(), finding.reasons());
    }

    private WaveView.Limits limits() {
        return new WaveView.Limits(settings.aloneUpTo(), settings.largestWave());
    }

    private static List<UUID> ids(List<StoredWaves.Member> members) {
        return members.stream().map(StoredWaves.Member::item).toList();
    }

    private static List<WaveView.Member> wire(List<StoredWaves.Member> members, Map<UUID, StoredWaves.Face> faces) {
        return members.stream().map(member -> wire(member, faces)).toList();
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
}
