package dev.docket.client.review;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Who else has the open item before them. Asking says that this person has it, too.
///
/// It is asked a moment after an item is shown, so that quick decisions cost no call, and then every ten seconds while
/// it is. The floor tells nobody of a blind look and nothing to one, so an empty answer says nothing.
final class Onlookers {
    static final Duration AFTER = Duration.ofSeconds(2);
    static final Duration EVERY = Duration.ofSeconds(10);

    private final ReviewApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Looking.Person>> others = new ReadOnlyObjectWrapper<>(List.of());
    private Cancellable next = () -> {};
    private @Nullable String item;
    private boolean seen;

    Onlookers(ReviewApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// The screen is before the person, or is not.
    void seen(boolean shown) {
        seen = shown;
        askIn(AFTER);
    }

    /// Another item is open, or none.
    void show(@Nullable Task task) {
        item = task == null ? null : task.item().id();
        others.set(List.of());
        askIn(AFTER);
    }

    private void askIn(Duration delay) {
        next.cancel();
        next = item == null || !seen ? () -> {} : background.after(delay, this::ask);
    }

    private void ask() {
        String asked = item;
        if (asked == null) {
            return;
        }
        askIn(EVERY);
        background
                .run(() -> api.looking(asked))
                .onSuccess(looking -> take(asked, looking.others()))
                .onOffline(fault -> take(asked, List.of()))
                .onFailure(fault -> take(asked, List.of()));
    }

    private void take(String asked, List<Looking.Person> found) {
        if (asked.equals(item)) {
            others.set(found);
        }
    }

    ReadOnlyObjectProperty<List<Looking.Person>> othersProperty() {
        return others.getReadOnlyProperty();
    }
}
