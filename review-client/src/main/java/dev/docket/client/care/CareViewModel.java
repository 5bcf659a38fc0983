package dev.docket.client.care;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureView;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How much a person has been exposed to, whether a break is due, and how they want to be looked after. It reminds and
/// never insists. Use on the FX thread only.
public final class CareViewModel {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final String BREAK = "care.break";

    /// What became of the settings.
    public enum Kept {
        NOTHING,
        KEPT,
        REFUSED,
        OFFLINE
    }

    private final CareApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable ExposureView> exposure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper breakDue = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Kept> kept = new ReadOnlyObjectWrapper<>(Kept.NOTHING);
    private @Nullable Cancellable reading;

    public CareViewModel(CareApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    public void open() {
        read();
        reading = background.every(EVERY, this::read);
    }

    public void close() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    public void happened(LiveEvent event) {
        if (event.type().equals(BREAK)) {
            breakDue.set(true);
            read();
        }
    }

    /// The person has seen the reminder.
    public void seen() {
        breakDue.set(false);
    }

    /// The sheet is opened: the reminder is seen, the figures are read anew.
    public void look() {
        seen();
        kept.set(Kept.NOTHING);
        read();
    }

    /// Keeps how the person wants to be looked after.
    public void keep(CareSettings settings) {
        background
                .run(() -> api.keep(settings))
                .onSuccess(written -> {
                    kept.set(Kept.KEPT);
                    read();
                })
                .onOffline(fault -> kept.set(Kept.OFFLINE))
                .onFailure(fault -> kept.set(Kept.REFUSED));
    }

    /// Without an answer the last figures stay: a reminder is not worth an error.
    private void read() {
        background
                .run(api::exposure)
                .onSuccess(exposure::set)
                .onOffline(fault -> {})
                .onFailure(fault -> {});
    }

    /// The figures as last read; null before.
    public ReadOnlyObjectProperty<@Nullable ExposureView> exposureProperty() {
        return exposure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty breakDueProperty() {
        return breakDue.getReadOnlyProperty();
    }
}
