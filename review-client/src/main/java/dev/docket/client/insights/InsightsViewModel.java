package dev.docket.client.insights;

import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The Insights screen without its looks: its panels, which is at hand, how far back they look.
///
/// Panels are read when the screen is shown, every minute while it is, and when the span changes. Use on the FX thread
/// only.
public final class InsightsViewModel implements ScreenModel {
    private static final Duration EVERY = Duration.ofMinutes(1);

    /// What became of an export.
    public enum Said {
        NOTHING,
        NOTHING_TO_KEEP,
        KEPT,
        NOT_KEPT
    }

    /// @param file that was written, or should have been
    public record Line(Said said, @Nullable Path file) {
        static final Line NONE = new Line(Said.NOTHING, null);
    }

    private final List<PanelModel> panels;
    private final Background background;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Span> span = new ReadOnlyObjectWrapper<>(Span.MONTH);
    private final ReadOnlyObjectWrapper<Line> line = new ReadOnlyObjectWrapper<>(Line.NONE);
    private @Nullable Cancellable reading;

    public InsightsViewModel(List<? extends PanelModel> panels, Background background) {
        this.panels = List.copyOf(panels);
        this.background = background;
    }

    @Override
    public void open() {
        shown();
    }

    @Override
    public void shown() {
        reading = background.every(EVERY, this::read);
        read();
    }

    @Override
    public void hidden() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    @Override
    public void close() {
        hidden();
    }

    @Override
    public void reconnected() {
        if (reading != null) {
            read();
        }
    }

    /// Reads every panel at once.
    public void lookAgain() {
        line.set(Line.NONE);
        read();
    }

    private void read() {
        panels.forEach(panel -> panel.read(span.get()));
    }

    /// Looks further back, and after the furthest at the last day again.
    public void nextSpan() {
        choose(span.get().next());
    }

    public void choose(Span chosen) {
        span.set(chosen);
        read();
    }

    /// Takes another panel in hand; past the last one nothing happens.
    public void go(int index) {
        if (index >= 0 && index < panels.size()) {
            at.set(index);
        }
    }

    /// Goes on to the next value of the panel at hand, or back.
    public void step(int by) {
        if (!panels.isEmpty()) {
            panels.get(at.get()).step(by);
        }
    }

    /// What the panel at hand draws, as a file; null, and said so, while it draws nothing.
    public @Nullable Export export() {
        var export = panels.isEmpty() ? null : panels.get(at.get()).export();
        line.set(export == null ? new Line(Said.NOTHING_TO_KEEP, null) : Line.NONE);
        return export;
    }

    public void keep(Export export, Path file) {
        background
                .run(() -> write(export, file))
                .onSuccess(written -> line.set(new Line(Said.KEPT, written)))
                .onFailure(fault -> line.set(new Line(Said.NOT_KEPT, file)));
    }

    private static Path write(Export export, Path file) throws IOException {
        return Files.writeString(file, export.text());
    }

    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Line> lineProperty() {
        return line.getReadOnlyProperty();
    }
}
