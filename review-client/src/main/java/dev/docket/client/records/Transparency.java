package dev.docket.client.records;

import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.enforcement.TransparencyReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The figures of a period. Use on the FX thread only.
public final class Transparency {
    private final RecordsApi api;
    private final Background background;
    private final Consumer<Told> tell;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable TransparencyReport> report = new ReadOnlyObjectWrapper<>();
    private Cancellable reading = () -> {};

    Transparency(RecordsApi api, Background background, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.tell = tell;
    }

    void read(Period period) {
        reading.cancel();
        if (!period.isSound()) {
            return;
        }
        state.set(State.LOADING);
        reading = background
                .run(() -> api.transparency(period))
                .onSuccess(answer -> {
                    report.set(answer);
                    state.set(isEmpty(answer) ? State.EMPTY : State.READY);
                })
                .onFailure(fault -> state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR));
    }

    /// Waits no longer.
    void stop() {
        reading.cancel();
        if (state.get() == State.LOADING && report.get() != null) {
            state.set(State.READY);
        }
    }

    private static boolean isEmpty(TransparencyReport report) {
        return report.notices().isEmpty()
                && report.actions().isEmpty()
                && report.automation().isEmpty()
                && report.appeals().received() == 0;
    }

    /// Writes the figures as the floor has them as comma-separated values.
    void keep(Period period, Path file) {
        background
                .run(() -> Files.writeString(file, api.transparencyCsv(period)))
                .onSuccess(written -> tell.accept(Told.done("kept", String.valueOf(written.getFileName()))))
                .onFailure(fault -> tell.accept(Told.of(fault)));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable TransparencyReport> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
