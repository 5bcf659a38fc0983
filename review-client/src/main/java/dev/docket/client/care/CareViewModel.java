package dev.docket.client.care;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.care.ExposureView;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// How much a person has been exposed to today, and whether a break is due. It reminds and never insists. Use on the
/// FX thread only.
public final class CareViewModel {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final String BREAK = "care.break";

    private final CareApi api;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable ExposureView> exposure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper breakDue = new ReadOnlyBooleanWrapper();
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

    public ReadOnlyBooleanProperty breakDueProperty() {
        return breakDue.getReadOnlyProperty();
    }
}
