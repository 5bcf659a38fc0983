package dev.docket.client.labels.watching;

import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.models.WatchSettings;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// On how many tasks scores are withheld, and how much of the queues is kept for what the model
/// is unsure of: how it is, setting it, and taking the last change back. Use on the FX thread
/// only.
public final class Shares {
    private final WatchingApi api;
    private final Background background;
    private final boolean maySet;
    private final Consumer<Told> tell;
    private final Reading<WatchSettings> settings;
    private final ReadOnlyObjectWrapper<SharesForm> form = new ReadOnlyObjectWrapper<>(new SharesForm("", ""));
    private final ReadOnlyObjectWrapper<List<String>> wrong = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable WatchSettings before;

    /// @param maySet whether the person may change them
    Shares(WatchingApi api, Background background, boolean maySet, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.maySet = maySet;
        this.tell = tell;
        settings = new Reading<>(background, now -> false);
    }

    void read() {
        settings.read(api::settings);
    }

    /// Begins to change them.
    ///
    /// @param from what they are, as it is typed here
    public void edit(SharesForm from) {
        if (maySet && settings.get() != null && !editing.get()) {
            type(from);
            editing.set(true);
        }
    }

    public void type(SharesForm typed) {
        form.set(typed);
        wrong.set(typed.wrong());
    }

    /// Leaves them as they are.
    public void putAside() {
        editing.set(false);
    }

    public void save() {
        if (editing.get() && wrong.get().isEmpty()) {
            set(form.get().request());
        }
    }

    /// Sets what was before the last change.
    public void takeBack() {
        if (before != null && !editing.get()) {
            set(before);
        }
    }

    private void set(WatchSettings wanted) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        var was = settings.get();
        background
                .run(() -> api.set(wanted))
                .onSuccess(now -> {
                    busy.set(false);
                    editing.set(false);
                    before = now.equals(was) ? before : was;
                    settings.show(now);
                    tell.accept(Told.done("shares", ""));
                })
                .onFailure(fault -> {
                    busy.set(false);
                    tell.accept(Told.of(fault));
                });
    }

    boolean maySet() {
        return maySet;
    }

    public Reading<WatchSettings> settings() {
        return settings;
    }

    public ReadOnlyObjectProperty<SharesForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty editingProperty() {
        return editing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
