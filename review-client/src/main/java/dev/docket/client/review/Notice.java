package dev.docket.client.review;

import dev.docket.dto.queue.QuestionView;
import org.jspecify.annotations.Nullable;

/// Something the moderator must know that changes nothing on the screen by itself.
///
/// @param lost the decision it is about, shown so that nothing decided is lost from sight
/// @param slug of the floor's problem, where there is one
/// @param traceId for the administrator, when the problem is not one we know
/// @param question the question it is about, with its answer
public record Notice(
        Kind kind,
        @Nullable LastDecision lost,
        @Nullable String slug,
        @Nullable String traceId,
        @Nullable QuestionView question) {
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
        PRECEDENT_UNFIT,
        /// The item could not be kept for longer.
        NOT_HELD,
        /// A question is on its way to whom it was asked.
        ASKED,
        /// A question of this person was answered.
        ANSWERED;

        /// Whether it is about the open item alone and goes with it.
        boolean isAboutTheItem() {
            return switch (this) {
                case NOTHING_CHOSEN, LEASE_LOST, PRECEDENT_OVERTURNED, PRECEDENT_UNFIT, NOT_HELD, ASKED -> true;
                case REFUSED, NOT_KEPT, NOT_PASSED_ON, UNDO_EXPIRED, UNDO_FAILED, ANSWERED -> false;
            };
        }

        /// Whether a newer one says all that an older one said.
        boolean replacesItsLike() {
            return this != ANSWERED;
        }
    }

    static Notice of(Kind kind) {
        return new Notice(kind, null, null, null, null);
    }

    static Notice answered(QuestionView question) {
        return new Notice(Kind.ANSWERED, null, null, null, question);
    }
}
