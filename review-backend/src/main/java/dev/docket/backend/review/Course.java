package dev.docket.backend.review;

import dev.docket.backend.queue.NewLook;
import dev.docket.dto.review.DecisionState;
import org.jspecify.annotations.Nullable;

/// What becomes of a decision: it is held for its grace time and counts, or it waits for somebody's further look.
///
/// @param next null where nothing further is needed
/// @param drawn with what probability a second look was drawn; null where there was no draw
record Course(@Nullable NewLook next, @Nullable Double drawn) {
    static final Course COUNTS = new Course(null, null);

    DecisionState state() {
        return next == null ? DecisionState.HELD : DecisionState.AWAITING_SECOND;
    }
}
