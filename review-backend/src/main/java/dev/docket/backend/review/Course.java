package dev.docket.backend.review;

import dev.docket.backend.queue.NewLook;
import dev.docket.dto.review.DecisionState;
import org.jspecify.annotations.Nullable;

/// What becomes of a decision: it is held for its grace time and counts, or it waits for somebody's further look.
///
/// @param next null where nothing further is needed
/// @param drawn with what probability a second look was drawn; null where there was no draw
/// @param waits whether it counts only after that look
record Course(@Nullable NewLook next, @Nullable Double drawn, boolean waits) {
    static final Course COUNTS = new Course(null, null);

    Course(@Nullable NewLook next, @Nullable Double drawn) {
        this(next, drawn, next != null);
    }

    DecisionState state() {
        return !waits ? DecisionState.HELD : DecisionState.AWAITING_SECOND;
    }
}
