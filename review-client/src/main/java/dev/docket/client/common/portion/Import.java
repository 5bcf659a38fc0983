package dev.docket.client.common.portion;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.dto.filter.ImportProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Brings a file to the floor portion by portion, so that it says how far it is and can be stopped between two. What
/// went before a stop is stored. Use on the FX thread only.
public final class Import {
    private static final int SHOWN_FAULTS = 200;

    /// How far it is, or how it ended.
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        /// The floor refused a portion, or could not be reached, or the file could not be read.
        BROKEN
    }

    /// @param name of the file
    /// @param share of it that is stored, 0..1
    /// @param list whether it is counted by entries of a list, and not by lines
    /// @param faults the first of them, by line of the file or entry of the list
    /// @param faulty all lines with a fault
    public record Progress(
            State state,
            String name,
            boolean list,
            double share,
            long lines,
            long added,
            long known,
            List<ImportProgress.Fault> faults,
            long faulty) {}

    /// Sends one portion.
    @FunctionalInterface
    public interface Sender {
        ImportProgress send(Portion portion) throws ApiProblem, Offline;
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final int longestLine;
    private boolean stopping;

    /// @param longestLine how many characters of a line are kept
    public Import(Background background, int longestLine) {
        this.background = background;
        this.longestLine = longestLine;
    }

    private record Step(Portion portion, ImportProgress answer) {}

    /// @param ended told when nothing more will come, however it ended
    public void run(Path file, Sender sender, Runnable ended) {
        if (isRunning()) {
            return;
        }
        stopping = false;
        progress.set(new Progress(State.RUNNING, String.valueOf(file.getFileName()), false, 0, 0, 0, 0, List.of(), 0));
        background
                .run(() -> ImportFile.open(file, longestLine))
                .onSuccess(source -> step(source, sender, ended))
                .onFailure(fault -> end(State.BROKEN, ended));
    }

    private void step(Portions source, Sender sender, Runnable ended) {
        background
                .run(() -> {
                    var portion = source.next();
                    return new Step(portion, sender.send(portion));
                })
                .onSuccess(step -> {
                    add(source, step);
                    if (step.portion().last() || stopping) {
                        close(source);
                        end(step.portion().last() ? State.DONE : State.STOPPED, ended);
                    } else {
                        step(source, sender, ended);
                    }
                })
                .onFailure(fault -> {
                    close(source);
                    end(State.BROKEN, ended);
                });
    }

    private void add(Portions source, Step step) {
        var now = progress.get();
        if (now == null) {
            return;
        }
        var faults = new ArrayList<>(now.faults());
        step.answer().faults().stream()
                .limit(SHOWN_FAULTS - (long) faults.size())
                .map(fault -> new ImportProgress.Fault(step.portion().firstLine() + fault.line(), fault.detail()))
                .forEach(faults::add);
        progress.set(new Progress(
                State.RUNNING,
                now.name(),
                source.isList(),
                step.portion().share(),
                step.portion().firstLine() + step.answer().lines(),
                now.added() + step.answer().added(),
                now.known() + step.answer().known(),
                List.copyOf(faults),
                now.faulty() + step.answer().faults().size()));
    }

    private void end(State how, Runnable ended) {
        var now = progress.get();
        if (now != null) {
            progress.set(new Progress(
                    how,
                    now.name(),
                    now.list(),
                    now.share(),
                    now.lines(),
                    now.added(),
                    now.known(),
                    now.faults(),
                    now.faulty()));
        }
        ended.run();
    }

    private void close(Portions source) {
        background
                .run(() -> {
                    source.close();
                    return source;
                })
                .onFailure(fault -> {
                    // It was only read; the system takes it back.
                });
    }

    /// Stops after the portion that is under way.
    public void stop() {
        stopping = true;
    }

    /// Forgets one that ended.
    public void forget() {
        if (!isRunning()) {
            progress.set(null);
        }
    }

    public boolean isRunning() {
        var now = progress.get();
        return now != null && now.state() == State.RUNNING;
    }

    /// Null while nothing was imported.
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
