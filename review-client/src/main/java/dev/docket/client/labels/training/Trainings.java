package dev.docket.client.labels.training;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.models.Registry;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Reading;
import dev.docket.client.labels.part.Told;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.TrainingRunView;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The section of training: what was trained and is being trained, the record of the one at hand, and asking for
/// another. Use on the FX thread only.
public final class Trainings implements PartModel {
    private static final String KIND = "training";
    private static final String MADE = "modelVersion";

    private final TrainingApi api;
    private final Background background;
    private final Jobs jobs;
    private final Registry registry;
    private final Runnable readSets;
    private final Consumer<Told> tell;
    private final Reading<TrainingRunView> run;
    private final ReadOnlyObjectWrapper<List<JobView>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable JobView> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TrainForm> form = new ReadOnlyObjectWrapper<>(TrainForm.blank());
    private final ReadOnlyObjectWrapper<List<String>> wrong = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper preparing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param readSets reads the label sets there are, which the form offers
    public Trainings(
            TrainingApi api,
            Background background,
            Jobs jobs,
            Registry registry,
            Runnable readSets,
            Consumer<Told> tell) {
        this.api = api;
        this.background = background;
        this.jobs = jobs;
        this.registry = registry;
        this.readSets = readSets;
        this.tell = tell;
        run = new Reading<>(background, record -> false);
        jobs.allProperty().subscribe(now -> take());
    }

    @Override
    public void read() {
        jobs.read();
        registry.read();
        readSets.run();
    }

    @Override
    public void happened(LiveEvent event) {
        registry.happened(event);
    }

    private void take() {
        all.set(jobs.of(KIND));
        var before = selected.get();
        var same = all.get().stream()
                .filter(job -> before != null && job.id().equals(before.id()))
                .findFirst();
        select(same.orElse(all.get().isEmpty() ? null : all.get().getFirst()));
    }

    public void select(@Nullable JobView job) {
        var before = selected.get();
        selected.set(job);
        String made = madeBy(job);
        if (made == null) {
            run.forget();
        } else if (!made.equals(madeBy(before))) {
            run.readAnother(() -> api.run(made));
        }
    }

    private static @Nullable String madeBy(@Nullable JobView job) {
        return job == null || job.state() != JobState.DONE || job.result() == null
                ? null
                : job.result().get(MADE);
    }

    /// Begins to ask for a training.
    ///
    /// @param labelSet that is chosen at first; null for none
    public void begin(@Nullable String labelSet) {
        var blank = TrainForm.blank();
        form.set(new TrainForm(
                labelSet,
                blank.base(),
                blank.name(),
                blank.seed(),
                blank.replayShare(),
                blank.labels(),
                blank.reason()));
        wrong.set(List.of());
        preparing.set(true);
    }

    public void type(TrainForm typed) {
        form.set(typed);
        wrong.set(typed.wrong());
    }

    public void putAside() {
        preparing.set(false);
    }

    /// Asks for the training.
    public void train() {
        var set = form.get().labelSet();
        if (!preparing.get() || busy.get() || !wrong.get().isEmpty() || set == null) {
            return;
        }
        busy.set(true);
        var request = form.get().request(set);
        background
                .run(() -> api.train(request))
                .onSuccess(job -> {
                    busy.set(false);
                    preparing.set(false);
                    tell.accept(Told.during("training", request.name(), job.id()));
                    jobs.add(job);
                    select(job);
                })
                .onFailure(fault -> {
                    busy.set(false);
                    tell.accept(Told.of(fault));
                });
    }

    /// Stops the one at hand.
    public void cancel() {
        var job = selected.get();
        if (job != null && !job.state().isOver()) {
            jobs.cancel(job.id());
        }
    }

    public Registry registry() {
        return registry;
    }

    /// The record of the one at hand, once it is done.
    public Reading<TrainingRunView> run() {
        return run;
    }

    /// The newest first.
    public ReadOnlyObjectProperty<List<JobView>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable JobView> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TrainForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<String>> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty preparingProperty() {
        return preparing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
