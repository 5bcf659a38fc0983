package dev.docket.client.review;

import org.jspecify.annotations.Nullable;

/// Something the moderator must know that changes nothing on the screen by itself.
///
/// @param lost the decision it is about, shown so that nothing decided is lost from sight
/// @param slug of the floor's problem, where there is one
/// @param traceId for the administrator, when the problem is not one we know
public record Notice(
        Kind kind,
        @Nullable LastDecision lost,
        @Nullable String slug,
        @Nullable String traceId) {
    public enum Kind {
        /// The floor refused a decision for good.
        REFUSED,
        /// The hold on the open item ran out and it went to somebody else.
        LEASE_LOST,
        /// The journal could not be written: the decision was not taken.
        NOT_KEPT,
        /// Skip or hand-over did not reach the floor; the item is back.
        NOT_PASSED_ON,
        /// Too late to undo.
        UNDO_EXPIRED,
        /// The undo did not reach the floor.
        UNDO_FAILED,
        /// Nothing was chosen when Enter was pressed.
        NOTHING_CHOSEN,
        /// The precedent at hand was overturned later, so it was not followed.
        PRECEDENT_OVERTURNED,
        /// None of the precedent's policies applies to this item.
        PRECEDENT_UNFIT;

        /// Whether it is about the open item alone and goes with it.
        boolean isAboutTheItem() {
            return switch (this) {
                case NOTHING_CHOSEN, LEASE_LOST, PRECEDENT_OVERTURNED, PRECEDENT_UNFIT -> true;
                case REFUSED, NOT_KEPT, NOT_PASSED_ON, UNDO_EXPIRED, UNDO_FAILED -> false;
            };
        }
    }

    static Notice of(Kind kind) {
        return new Notice(kind, null, null, null);
    }
}
