package dev.docket.client.labels.sets;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.portion.Import;
import dev.docket.client.common.portion.Portion;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.filter.ImportProgress;
import dev.docket.dto.labels.CreateLabelImport;
import dev.docket.dto.labels.LabelImportView;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Labels from elsewhere: announced with their name and licence, filled from a file, withdrawn. Use on the FX thread
/// only.
public final class Importing {
    private static final int LONGEST_LINE = 1_000_000;

    private final SetsApi api;
    private final Background background;
    private final Consumer<Told> tell;
    private final Import filling;
    private final Reading<List<LabelImportView>> all;
    private final ReadOnlyObjectWrapper<@Nullable LabelImportView> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    Importing(SetsApi api, Background background, Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.tell = tell;
        filling = new Import(background, LONGEST_LINE);
        all = new Reading<>(background, List::isEmpty);
        all.valueProperty().subscribe(this::keepSelection);
    }

    void read() {
        all.read(api::imports);
    }

    private void keepSelection(@Nullable List<LabelImportView> imports) {
        var before = selected.get();
        if (imports != null && before != null) {
            selected.set(imports.stream()
                    .filter(one -> one.id().equals(before.id()))
                    .findFirst()
                    .orElse(null));
        }
    }

    public void select(@Nullable LabelImportView one) {
        selected.set(one);
    }

    /// Announces labels and brings the file's rows.
    public void bring(CreateLabelImport request, Path file) {
        if (busy.get() || filling.isRunning()) {
            return;
        }
        busy.set(true);
        background
                .run(() -> api.announce(request))
                .onSuccess(made -> {
                    busy.set(false);
                    selected.set(made);
                    read();
                    fill(made, file);
                })
                .onFailure(fault -> {
                    busy.set(false);
                    tell.accept(Told.of(fault));
                });
    }

    /// Brings more rows to the import at hand: what is there already is known again.
    public void fill(Path file) {
        var into = selected.get();
        if (into != null && into.withdrawnAt() == null && !filling.isRunning()) {
            fill(into, file);
        }
    }

    private void fill(LabelImportView into, Path file) {
        var refusal = new AtomicReference<@Nullable Exception>();
        filling.run(file, portion -> sent(into, portion, refusal), () -> {
            var fault = refusal.get();
            if (fault != null) {
                tell.accept(Told.of(fault));
            }
            read();
        });
    }

    private ImportProgress sent(LabelImportView into, Portion portion, AtomicReference<@Nullable Exception> refusal)
            throws ApiProblem, Offline {
        try {
            return api.fill(into.id(), portion);
        } catch (ApiProblem | Offline fault) {
            refusal.set(fault);
            throw fault;
        }
    }

    /// Takes the rows of the import at hand out of every later set.
    public void withdraw() {
        var one = selected.get();
        if (one != null && one.withdrawnAt() == null && !busy.get()) {
            busy.set(true);
            background
                    .run(() -> {
                        api.withdraw(one.id());
                        return one;
                    })
                    .onSuccess(gone -> {
                        busy.set(false);
                        tell.accept(Told.done("withdrawn", gone.name()));
                        read();
                    })
                    .onFailure(fault -> {
                        busy.set(false);
                        tell.accept(Told.of(fault));
                    });
        }
    }

    public Import filling() {
        return filling;
    }

    public Reading<List<LabelImportView>> all() {
        return all;
    }

    public ReadOnlyObjectProperty<@Nullable LabelImportView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
