package dev.docket.client.labels.sets;

import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.labels.LabelSetPreview;
import dev.docket.dto.labels.LabelSetView;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Putting a new label set together: what is typed, what it would draw from as it is typed, and asking for it. Use on
/// the FX thread only.
public final class Builder {
    private static final Duration PAUSE = Duration.ofMillis(700);

    private final SetsApi api;
    private final Background background;
    private final Consumer<Told> tell;
    private final Consumer<LabelSetView> made;
    private final Reading<LabelSetPreview> preview;
    private final ReadOnlyObjectWrapper<SetForm> form = new ReadOnlyObjectWrapper<>(SetForm.blank());
    private final ReadOnlyObjectWrapper<List<String>> wrong = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Cancellable pause = () -> {};

    Builder(SetsApi api, Background background, Consumer<Told> tell, Consumer<LabelSetView> made) {
        this.api = api;
        this.background = background;
        this.tell = tell;
        this.made = made;
        preview = new Reading<>(background, answer -> answer.figures().rows() == 0);
    }

    /// Begins anew.
    void begin() {
        form.set(SetForm.blank());
        wrong.set(List.of());
        look();
    }

    void stop() {
        pause.cancel();
    }

    /// Takes what is typed now; what it would draw from is asked for once nobody has typed for a moment.
    public void type(SetForm typed) {
        var before = form.get();
        form.set(typed);
        wrong.set(typed.wrong());
        if (!typed.equals(before)) {
            pause.cancel();
            pause = background.after(PAUSE, this::look);
        }
    }

    /// Asks what it would draw from.
    void look() {
        if (wrong.get().isEmpty()) {
            var request = form.get().request();
            preview.read(() -> api.preview(request));
        }
    }

    /// Asks for the set.
    public void build() {
        if (busy.get() || !wrong.get().isEmpty()) {
            return;
        }
        busy.set(true);
        var request = form.get().request();
        background
                .run(() -> api.create(request))
                .onSuccess(set -> {
                    busy.set(false);
                    made.accept(set);
                })
                .onFailure(fault -> {
                    busy.set(false);
                    tell.accept(Told.of(fault));
                });
    }

    public Reading<LabelSetPreview> preview() {
        return preview;
    }

    public ReadOnlyObjectProperty<SetForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// The fields whose text is no number.
    public ReadOnlyObjectProperty<List<String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
