package dev.docket.client.shell;

import dev.docket.client.api.Floor;
import dev.docket.client.common.task.Background;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the floor answers, as the last call found it.
final class Connection implements Floor.Watcher {
    enum State {
        ONLINE,
        OFFLINE,
        /// The floor answers, but does not know this person any more.
        SIGNED_OUT
    }

    private final Background background;
    private final AtomicReference<State> latest = new AtomicReference<>(State.ONLINE);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ONLINE);

    Connection(Background background) {
        this.background = background;
    }

    @Override
    public void reached() {
        becomes(State.ONLINE);
    }

    @Override
    public void unreachable() {
        becomes(State.OFFLINE);
    }

    @Override
    public void signedOut() {
        becomes(State.SIGNED_OUT);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Somebody signed in again.
    void reset() {
        becomes(State.ONLINE);
    }

    /// Called on the thread of the call; only changes cross over to the FX thread.
    private void becomes(State next) {
        if (latest.getAndSet(next) != next) {
            background.after(Duration.ZERO, () -> state.set(latest.get()));
        }
    }
}
