package dev.docket.client.supervisor;

import dev.docket.client.common.task.Background;
import dev.docket.dto.quality.GoldenItemView;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The golden items: how often each was answered and how often rightly, and what ends one. Use on the FX thread only.
public final class GoldenList {
    /// @param items null until they were read
    /// @param at the one looked at, an index
    /// @param retiring whether the next press retires it
    /// @param unread whether the last call failed
    public record Look(@Nullable List<GoldenItemView> items, int at, boolean retiring, boolean unread) {
        public @Nullable GoldenItemView item() {
            return items == null || items.isEmpty() ? null : items.get(at);
        }
    }

    private final TruthApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();

    GoldenList(TruthApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    public void open() {
        look.set(new Look(null, 0, false, false));
        read(0);
    }

    /// Reads it anew while it is looked at, and stays with the item that was gone to.
    public void again() {
        var now = look.get();
        if (now == null || now.items() == null || now.retiring()) {
            return;
        }
        var item = now.item();
        background.run(api::goldenItems).onSuccess(read -> show(read, item == null ? 0 : placeOf(item.id(), read)));
    }

    private static int placeOf(String id, List<GoldenItemView> items) {
        int at = items.stream().map(GoldenItemView::id).toList().indexOf(id);
        return Math.max(0, at);
    }

    private void read(int at) {
        background.run(api::goldenItems).onSuccess(read -> show(read, at)).onFailure(fault -> failed());
    }

    private void show(List<GoldenItemView> read, int at) {
        if (look.get() != null) {
            look.set(new Look(read, Math.clamp(at, 0, Math.max(0, read.size() - 1)), false, false));
        }
    }

    private void failed() {
        var now = look.get();
        if (now != null) {
            look.set(new Look(now.items(), now.at(), false, true));
        }
    }

    public void step(int by) {
        var now = look.get();
        if (now != null && now.items() != null && !now.items().isEmpty()) {
            choose(Math.clamp((long) now.at() + by, 0, now.items().size() - 1));
        }
    }

    public void choose(int at) {
        var now = look.get();
        if (now != null) {
            look.set(new Look(now.items(), at, false, now.unread()));
        }
    }

    /// Lets the one looked at pass no more, at the second press.
    public void retire() {
        var now = look.get();
        var item = now == null ? null : now.item();
        if (now == null || item == null) {
            return;
        }
        if (!now.retiring()) {
            look.set(new Look(now.items(), now.at(), true, false));
            return;
        }
        background
                .run(() -> {
                    api.retire(item.id());
                    return item;
                })
                .onSuccess(retired -> read(now.at()))
                .onFailure(fault -> failed());
    }

    public void close() {
        look.set(null);
    }

    /// What is looked at; null while nothing is.
    public ReadOnlyObjectProperty<@Nullable Look> lookProperty() {
        return look.getReadOnlyProperty();
    }
}
