package dev.docket.client.policies;

import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.Route;
import dev.docket.dto.policy.Simulation;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Items whose route the tried thresholds would change, one after the other. Use on the FX thread only.
public final class Examples {
    /// What is to be seen of one.
    public enum State {
        LOADING,
        READY,
        OFFLINE,
        REFUSED
    }

    /// One example.
    public record Example(String itemId, Route from, Route to) {}

    /// @param at which of all, from 0
    /// @param item null until it was read
    public record Open(
            Example example,
            int at,
            int of,
            State state,
            @Nullable ItemView item) {}

    private final PoliciesApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Open> open = new ReadOnlyObjectWrapper<>();
    private List<Example> all = List.of();
    private Cancellable reading = () -> {};

    Examples(PoliciesApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    static List<Example> of(@Nullable Simulation simulation) {
        return simulation == null
                ? List.of()
                : simulation.transitions().stream()
                        .flatMap(
                                moved -> moved.examples().stream().map(id -> new Example(id, moved.from(), moved.to())))
                        .toList();
    }

    /// Opens one of a simulation's; null opens the first.
    void open(@Nullable Simulation simulation, @Nullable String itemId) {
        all = of(simulation);
        for (int at = 0; at < all.size(); at++) {
            if (itemId == null || all.get(at).itemId().equals(itemId)) {
                read(at);
                return;
            }
        }
    }

    public void step(int by) {
        var now = open.get();
        if (now != null && now.at() + by >= 0 && now.at() + by < all.size()) {
            read(now.at() + by);
        }
    }

    public void close() {
        reading.cancel();
        open.set(null);
    }

    private void read(int at) {
        reading.cancel();
        var example = all.get(at);
        int of = all.size();
        open.set(new Open(example, at, of, State.LOADING, null));
        reading = background
                .run(() -> api.item(example.itemId()))
                .onSuccess(item -> open.set(new Open(example, at, of, State.READY, Objects.requireNonNull(item))))
                .onFailure(fault -> open.set(
                        new Open(example, at, of, fault instanceof Offline ? State.OFFLINE : State.REFUSED, null)));
    }

    /// Null while none is open.
    public ReadOnlyObjectProperty<@Nullable Open> openProperty() {
        return open.getReadOnlyProperty();
    }
}
