package dev.docket.client.review;

import dev.docket.client.common.Offline;
import dev.docket.client.common.finding.Choice;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the author would read of what is chosen, asked of the floor when somebody wants to see it and while they do. It
/// goes with its item, and never holds a decision up. Use on the FX thread only.
public final class Preview {
    /// Choices that follow one another this quickly are one.
    static final Duration PAUSE = Duration.ofMillis(300);

    /// What is to be seen of it.
    public enum State {
        HIDDEN,
        LOADING,
        READY,
        OFFLINE,
        REFUSED
    }

    private final ReviewApi api;
    private final Background background;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.HIDDEN);
    private final ReadOnlyObjectWrapper<@Nullable WrittenNotice> notice = new ReadOnlyObjectWrapper<>();
    private Cancellable pause = () -> {};
    private Cancellable asking = () -> {};

    Preview(ReviewApi api, Background background, InstantSource clock) {
        this.api = api;
        this.background = background;
        this.clock = clock;
    }

    void toggle(@Nullable Task task, Choice choice) {
        if (state.get() != State.HIDDEN) {
            close();
        } else if (task != null) {
            state.set(State.LOADING);
            ask(task, choice);
        }
    }

    /// Something else was chosen.
    void changed(@Nullable Task task, Choice choice) {
        if (state.get() != State.HIDDEN && task != null) {
            pause.cancel();
            pause = background.after(PAUSE, () -> ask(task, choice));
        }
    }

    public void close() {
        pause.cancel();
        asking.cancel();
        notice.set(null);
        state.set(State.HIDDEN);
    }

    private void ask(Task task, Choice choice) {
        boolean violation = !choice.violations().isEmpty();
        var request = new NoticePreview(
                violation ? Outcome.VIOLATION : Outcome.APPROVE,
                violation ? choice.violationsAsWire() : List.of(),
                violation ? choice.actionsAsWire(clock.instant()) : List.of(),
                null,
                null);
        asking.cancel();
        asking = background
                .run(() -> api.notice(task.id(), request))
                .onSuccess(read -> {
                    notice.set(read);
                    state.set(State.READY);
                })
                .onFailure(fault -> {
                    notice.set(null);
                    state.set(fault instanceof Offline ? State.OFFLINE : State.REFUSED);
                });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The last that was read; null until then.
    public ReadOnlyObjectProperty<@Nullable WrittenNotice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
