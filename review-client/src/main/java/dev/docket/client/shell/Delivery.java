package dev.docket.client.shell;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import java.time.Duration;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Whether decisions get through, as the top bar says it.
final class Delivery {
    enum State {
        ONLINE,
        SENDING,
        OFFLINE
    }

    /// @param kept decisions that the floor has not acknowledged
    record Status(State state, int kept) {}

    /// A decision that gets through at once is not worth a flicker.
    private static final Duration WORTH_SAYING = Duration.ofMillis(700);

    private final Connection connection;
    private final ReadOnlyIntegerProperty pending;
    private final Background background;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(new Status(State.ONLINE, 0));
    private final Subscription subscription;
    private @Nullable Cancellable waiting;
    private boolean slow;

    Delivery(Connection connection, ReadOnlyIntegerProperty pending, Background background) {
        this.connection = connection;
        this.pending = pending;
        this.background = background;
        this.subscription = Subscription.combine(
                connection.stateProperty().subscribe(state -> changed()), pending.subscribe(count -> changed()));
    }

    void close() {
        subscription.unsubscribe();
        stopWaiting();
    }

    ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    private void changed() {
        int kept = pending.get();
        if (kept == 0) {
            slow = false;
            stopWaiting();
        } else if (waiting == null && !slow) {
            waiting = background.after(WORTH_SAYING, () -> {
                waiting = null;
                slow = true;
                changed();
            });
        }
        status.set(new Status(state(kept), kept));
    }

    private State state(int kept) {
        if (connection.stateProperty().get() == Connection.State.OFFLINE) {
            return State.OFFLINE;
        }
        return kept > 0 && slow ? State.SENDING : State.ONLINE;
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.cancel();
            waiting = null;
        }
    }
}
