package dev.docket.client.labels.sets;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.labels.LabelSetView;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Brings a label set to a file. It says how far it is and can be stopped; the next time it goes on where it stopped.
/// Use on the FX thread only.
public final class SetExport {
    private static final Duration LOOK = Duration.ofMillis(200);

    /// How far it is, or how it ended.
    public enum Phase {
        IDLE,
        RUNNING,
        DONE,
        STOPPED,
        BROKEN
    }

    /// @param file its name
    /// @param all how many bytes it has; -1 while that is not known
    public record Progress(Phase phase, String file, long moved, long all) {
        static final Progress NONE = new Progress(Phase.IDLE, "", 0, -1);

        /// 0..1, or negative while it is not known.
        public double share() {
            return all <= 0 ? -1 : (double) moved / all;
        }
    }

    private final SetsApi api;
    private final Background background;
    private final Consumer<Told> tell;
    private final ReadOnlyObjectWrapper<ExportFormat> format = new ReadOnlyObjectWrapper<>(ExportFormat.JSONL);
    private final ReadOnlyObjectWrapper<@Nullable String> split = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final AtomicLong moved = new AtomicLong();
    private final AtomicLong all = new AtomicLong(-1);
    private Cancellable looking = () -> {};

    SetExport(SetsApi api, Background background, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.tell = tell;
    }

    public void nextFormat() {
        format.set(format.get().next());
    }

    /// All of it, then each of its splits.
    public void nextSplit(LabelSetView set) {
        var names = Stream.concat(
                        Stream.of(""), set.splitRows().keySet().stream().sorted())
                .toList();
        var now = split.get();
        String next = names.get((names.indexOf(now == null ? "" : now) + 1) % names.size());
        split.set(next.isEmpty() ? null : next);
    }

    /// What the file is called unless somebody says otherwise.
    public String fileName(LabelSetView set) {
        return "label-set-" + set.version() + (split.get() == null ? "" : "-" + split.get()) + "."
                + format.get().key();
    }

    void run(LabelSetView set, Path file) {
        if (isRunning()) {
            return;
        }
        stopping.set(false);
        moved.set(0);
        all.set(-1);
        String name = String.valueOf(file.getFileName());
        progress.set(new Progress(Phase.RUNNING, name, 0, -1));
        looking = background.every(LOOK, () -> now(Phase.RUNNING));
        var asFormat = format.get();
        var ofSplit = split.get();
        background
                .run(() -> api.export(set.version(), asFormat, ofSplit, file, (bytes, of) -> {
                    moved.set(bytes);
                    all.set(of);
                    return !stopping.get();
                }))
                .onSuccess(whole -> end(whole ? Phase.DONE : Phase.STOPPED))
                .onFailure(fault -> {
                    end(Phase.BROKEN);
                    if (fault instanceof ApiProblem) {
                        tell.accept(Told.of(fault));
                    }
                });
    }

    private void end(Phase how) {
        looking.cancel();
        now(how);
    }

    private void now(Phase phase) {
        progress.set(new Progress(phase, progress.get().file(), moved.get(), all.get()));
    }

    /// Stops it; what is there stays, to be gone on with.
    public void stop() {
        stopping.set(true);
    }

    /// Another set is looked at.
    void forget() {
        if (!isRunning()) {
            progress.set(Progress.NONE);
            split.set(null);
        }
    }

    public boolean isRunning() {
        return progress.get().phase() == Phase.RUNNING;
    }

    public ReadOnlyObjectProperty<ExportFormat> formatProperty() {
        return format.getReadOnlyProperty();
    }

    /// Null for all of it.
    public ReadOnlyObjectProperty<@Nullable String> splitProperty() {
        return split.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
