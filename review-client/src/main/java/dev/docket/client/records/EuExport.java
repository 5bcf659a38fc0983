package dev.docket.client.records;

import dev.docket.client.common.task.Background;
import dev.docket.dto.problem.FieldError;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Writes a period's statements of reasons for the EU's transparency database, batch by batch: it says how far it is
/// and can be stopped between two. Use on the FX thread only.
public final class EuExport {
    /// How far it is, or how it ended.
    public enum Phase {
        IDLE,
        RUNNING,
        DONE,
        STOPPED,
        /// Statements that the database would refuse; nothing more was written.
        INCOMPLETE,
        BROKEN
    }

    /// @param folder that was written
    /// @param faults of a batch that was refused
    public record Progress(Phase phase, int batches, int statements, String folder, List<FieldError> faults) {
        static final Progress NONE = new Progress(Phase.IDLE, 0, 0, "", List.of());
    }

    private final RecordsApi api;
    private final Background background;
    private final ReadOnlyBooleanWrapper skipping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private boolean stopping;

    EuExport(RecordsApi api, Background background) {
        this.api = api;
        this.background = background;
    }

    /// Whether statements that the database would refuse are left out.
    public void skip(boolean incomplete) {
        if (!isRunning()) {
            skipping.set(incomplete);
        }
    }

    void run(Period period, Path folder) {
        if (isRunning() || !period.isSound()) {
            return;
        }
        stopping = false;
        progress.set(new Progress(Phase.RUNNING, 0, 0, String.valueOf(folder.getFileName()), List.of()));
        background
                .run(() -> BatchFiles.in(folder, period))
                .onSuccess(files -> step(files, period, null))
                .onFailure(fault -> progress.set(with(Phase.BROKEN)));
    }

    private void step(BatchFiles files, Period period, @Nullable String after) {
        boolean skip = skipping.get();
        background
                .run(() -> {
                    var batch = api.statements(period, after, skip);
                    if (batch.statements() > 0) {
                        files.add(batch);
                    }
                    return batch;
                })
                .onSuccess(batch -> {
                    count(batch);
                    if (batch.next() == null) {
                        close(files, Phase.DONE);
                    } else if (stopping) {
                        close(files, Phase.STOPPED);
                    } else {
                        step(files, period, batch.next());
                    }
                })
                .onFailure(fault -> refused(files, fault));
    }

    private void refused(BatchFiles files, Exception fault) {
        var told = Told.of(fault);
        if (told.errors().isEmpty()) {
            close(files, Phase.BROKEN);
            return;
        }
        var now = progress.get();
        progress.set(new Progress(now.phase(), now.batches(), now.statements(), now.folder(), told.errors()));
        close(files, Phase.INCOMPLETE);
    }

    /// The manifest says whether all of it is there, however it ended.
    private void close(BatchFiles files, Phase how) {
        background
                .run(() -> {
                    files.close(how == Phase.DONE);
                    return how;
                })
                .onSuccess(closed -> progress.set(with(closed)))
                .onFailure(fault -> progress.set(with(Phase.BROKEN)));
    }

    private void count(RecordsApi.Batch batch) {
        var now = progress.get();
        int more = batch.statements() > 0 ? 1 : 0;
        progress.set(new Progress(
                Phase.RUNNING,
                now.batches() + more,
                now.statements() + batch.statements(),
                now.folder(),
                now.faults()));
    }

    private Progress with(Phase phase) {
        var now = progress.get();
        return new Progress(phase, now.batches(), now.statements(), now.folder(), now.faults());
    }

    /// Stops after the batch that is under way.
    public void stop() {
        stopping = true;
    }

    public boolean isRunning() {
        return progress.get().phase() == Phase.RUNNING;
    }

    public ReadOnlyBooleanProperty skippingProperty() {
        return skipping.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
