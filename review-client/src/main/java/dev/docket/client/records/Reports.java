package dev.docket.client.records;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Background.Cancellable;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Reports to the CyberTipline: prepared by one, released by another, filed by hand. Nothing here sends one. What a
/// report says is read only when somebody asks, since every reading is written down. Use on the FX thread only.
public final class Reports {
    private final RecordsApi api;
    private final Background background;
    private final String person;
    private final Consumer<Told> tell;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<List<NcmecReportView>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable NcmecReportView> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> older = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Cancellable reading = () -> {};

    /// @param person the id of whoever is signed in
    Reports(RecordsApi api, Background background, String person, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.person = person;
        this.tell = tell;
    }

    void read() {
        background.run(() -> api.reports(null)).onSuccess(this::take).onFailure(fault -> {
            if (all.get().isEmpty()) {
                state.set(fault instanceof Offline ? State.OFFLINE : State.ERROR);
            } else {
                tell.accept(Told.of(fault));
            }
        });
    }

    private void take(Page<NcmecReportView> page) {
        all.set(page.items());
        older.set(page.next());
        state.set(page.items().isEmpty() ? State.EMPTY : State.READY);
        var before = selected.get();
        var same = page.items().stream()
                .filter(report -> before != null && report.id().equals(before.id()))
                .findFirst();
        if (same.isPresent()) {
            selected.set(same.get());
        } else {
            select(page.items().isEmpty() ? null : page.items().getFirst());
        }
    }

    void readOlder() {
        var after = older.get();
        if (after != null) {
            background
                    .run(() -> api.reports(after))
                    .onSuccess(page -> {
                        var longer = new ArrayList<>(all.get());
                        longer.addAll(page.items());
                        all.set(List.copyOf(longer));
                        older.set(page.next());
                    })
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    public void select(@Nullable NcmecReportView report) {
        var before = selected.get();
        if (report != null && before != null && report.id().equals(before.id())) {
            return;
        }
        reading.cancel();
        document.set(null);
        selected.set(report);
    }

    /// Shows what the selected report says.
    public void preview() {
        var report = selected.get();
        if (report != null && report.state() != NcmecReportState.WITHDRAWN) {
            reading = background
                    .run(() -> api.document(report.id()))
                    .onSuccess(document::set)
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    /// Writes what the selected report says to a file.
    public void keep(Path file) {
        var report = selected.get();
        if (report != null) {
            background
                    .run(() -> Files.writeString(file, api.document(report.id())))
                    .onSuccess(written -> tell.accept(Told.done("kept", String.valueOf(written.getFileName()))))
                    .onFailure(fault -> tell.accept(Told.of(fault)));
        }
    }

    public void begin() {
        preparing.set(true);
    }

    public void putAside() {
        preparing.set(false);
        document.set(null);
    }

    public void prepare(PrepareNcmecReport request) {
        ask(() -> api.prepare(request), made -> {
            preparing.set(false);
            selected.set(made);
            document.set(null);
            tell.accept(Told.done("prepared", ""));
        });
    }

    public void release() {
        var report = selected.get();
        if (report != null && mayRelease(report)) {
            change("released", () -> api.release(report.id()));
        }
    }

    public void filed(String number) {
        var report = selected.get();
        if (report != null && report.state() == NcmecReportState.READY && !number.isBlank()) {
            change("filed", () -> api.filed(report.id(), number.strip()));
        }
    }

    public void withdraw() {
        var report = selected.get();
        if (report != null && isOpen(report)) {
            change("withdrawn", () -> api.withdraw(report.id()));
        }
    }

    private void change(String kind, Change change) {
        ask(change::make, now -> {
            selected.set(now);
            if (now.state() == NcmecReportState.WITHDRAWN) {
                document.set(null);
            }
            tell.accept(Told.done(kind, ""));
        });
    }

    private void ask(Callable<NcmecReportView> question, Consumer<NcmecReportView> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        background
                .run(question)
                .onSuccess(answer -> {
                    busy.set(false);
                    then.accept(answer);
                    read();
                })
                .onFailure(fault -> {
                    busy.set(false);
                    tell.accept(Told.of(fault));
                });
    }

    @FunctionalInterface
    private interface Change {
        NcmecReportView make() throws ApiProblem, Offline;
    }

    /// Whoever prepared a report does not release it.
    boolean mayRelease(NcmecReportView report) {
        return report.state() == NcmecReportState.PREPARED && !isMine(report.preparedBy());
    }

    boolean isMine(@Nullable String id) {
        return person.equals(id);
    }

    static boolean isOpen(NcmecReportView report) {
        return report.state() == NcmecReportState.PREPARED || report.state() == NcmecReportState.READY;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<NcmecReportView>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable NcmecReportView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable String> olderProperty() {
        return older.getReadOnlyProperty();
    }

    /// What the selected report says; null until somebody asked.
    public ReadOnlyObjectProperty<@Nullable String> documentProperty() {
        return document.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty preparingProperty() {
        return preparing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
