package dev.docket.client.review;

import dev.docket.dto.queue.QueueView;
import java.util.List;
import java.util.Set;

/// Which queues the review screen works on: all but those whose tasks are decided on a screen of their own.
final class ReviewQueues {
    private static final Set<String> ELSEWHERE = Set.of("appeals", "adjudication");

    private ReviewQueues() {}

    static List<QueueView> of(List<QueueView> all) {
        return all.stream().filter(queue -> !ELSEWHERE.contains(queue.key())).toList();
    }

    static List<String> keys(List<QueueView> all) {
        return of(all).stream().map(QueueView::key).toList();
    }
}
