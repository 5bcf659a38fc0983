package dev.docket.dto.precedents;

import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wave with its items.
///
/// @param finding what was decided; while others are still to judge it, one's own finding
///     alone, null for everybody else
/// @param sides what the first two found, for whoever may settle it; null for everybody else.
///     Whose they are is not said
/// @param undoUntil until when all of it can be taken back at once; null before it is decided
/// @param approvalNeeded whether a second person has to judge all of it too
/// @param turn what whoever asks can do with it
/// @param limits how much may be decided at once
public record WaveView(
        WaveSummary wave,
        List<Member> members,
        @Nullable Finding finding,
        @Nullable List<Side> sides,
        @Nullable Instant undoUntil,
        boolean approvalNeeded,
        WaveTurn turn,
        Limits limits) {
    /// @param alone most items that one person decides alone
    /// @param atOnce most items in one decision
    public record Limits(int alone, int atOnce) {}

    /// What was found of every item.
    ///
    /// @param approvedBy the second person, who found the same; null where none was needed
    public record Finding(
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            @Nullable String reasons,
            PersonName by,
            @Nullable PersonName approvedBy) {}

    /// What one of two people found of it.
    public record Side(
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            @Nullable String reasons) {}

    /// An item of the wave.
    ///
    /// @param similarity 0..1 to the first item of the wave
    /// @param state of this item within the wave
    /// @param decision where its decision stands by now; null while it has none
    public record Member(
            String itemId,
            @Nullable String text,
            @Nullable String author,
            String queue,
            int media,
            double similarity,
            MemberState state,
            @Nullable DecisionState decision) {}

    public enum MemberState {
        WAITING,
        DECIDED,
        /// Somebody holds it: it was left to them.
        LEFT_TO_HOLDER,
        /// It is not to be decided with the others.
        EXCEPTED,
        UNDONE,
        REVERSED
    }
}
