package dev.docket.client.shell;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.review.ReviewApi;
import dev.docket.dto.queue.QueueView;
import java.time.Duration;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// How deep the queues are, read every half minute and soon after the floor says that one changed.
final class Queues {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofMillis(500);

    private final ReviewApi api;
    private final Background background;
    private final ObservableList<QueueView> all = FXCollections.observableArrayList();
    /// Held here: a view of a list is told of changes through a weak reference, and is forgotten with its last owner.
    private final ObservableList<QueueView> seen = FXCollections.unmodifiableObservableList(all);
    private @Nullable Cancellable polling;
    private @Nullable Cancellable soon;

    Queues(ReviewApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    void open() {
        read();
        polling = background.every(EVERY, this::read);
    }

    void close() {
        if (polling != null) {
            polling.cancel();
        }
        if (soon != null) {
            soon.cancel();
        }
    }

    /// Reads after a moment, once for however many changes come in it.
    void changed() {
        if (soon == null) {
            soon = background.after(SETTLING, () -> {
                soon = null;
                read();
            });
        }
    }

    ObservableList<QueueView> all() {
        return seen;
    }

    long waiting() {
        return all.stream().mapToLong(QueueView::waiting).sum();
    }

    private void read() {
        background.run(api::queues).onSuccess(this::show).onOffline(fault -> {}).onFailure(fault -> {});
    }

    private void show(List<QueueView> read) {
        if (!read.equals(List.copyOf(all))) {
            all.setAll(read);
        }
    }
}
