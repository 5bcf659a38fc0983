package dev.docket.client.review;

import dev.docket.client.common.control.StatePane.Message;
import dev.docket.client.common.item.ItemWords;
import dev.docket.dto.queue.QueueView;

/// What the review screen says when there is no item.
final class ReviewStates {
    private ReviewStates() {}

    static Message message(ReviewScreen screen, ReviewViewModel model, ItemWords words) {
        return switch (screen) {
            case OFFLINE ->
                Message.offline(
                        words.text("review.state.offline.title"),
                        words.text("review.state.offline"),
                        words.text(
                                "review.state.offline.pending",
                                model.pendingProperty().get()));
            case ERROR ->
                Message.fault(
                        words.text("review.state.error.title"),
                        model.problem()
                                .map(refusal -> words.named("review.problem", refusal.slug()))
                                .orElseGet(() -> words.text("review.state.error")),
                        "");
            case LOADING, ITEM, EMPTY ->
                Message.empty(
                        words.text("review.state.empty.title"),
                        words.text("review.state.empty"),
                        words.text(
                                "review.state.empty.details",
                                model.queues().stream()
                                        .mapToLong(QueueView::leased)
                                        .sum(),
                                model.decidedProperty().get()));
        };
    }
}
