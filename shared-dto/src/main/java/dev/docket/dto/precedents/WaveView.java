package dev.docket.dto.precedents;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A wave with its items.
///
/// @param finding what was decided; null while it waits
/// @param undoUntil until when all of it can be taken back at once; null before it is decided
/// @param approvalNeeded whether a second person has to approve a decision on all of it
public record WaveView(
        WaveSummary wave,
        List<Member> members,
        @Nullable Finding finding,
        @Nullable Instant undoUntil,
        boolean approvalNeeded) {

    /// What was found of every item.
    public record Finding(
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            @Nullable String reasons,
            String by) {}

    /// An item of the wave.
    ///
    /// @param similarity 0..1 to the first item of the wave
    /// @param state of this item within the wave
    public record Member(
            String itemId,
            @Nullable String text,
            @Nullable String author,
            String queue,
            int media,
            double similarity,
            MemberState state) {}

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
