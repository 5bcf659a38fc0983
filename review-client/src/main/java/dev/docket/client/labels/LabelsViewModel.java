package dev.docket.client.labels;

import dev.docket.client.common.screen.LiveEvent;
import dev.docket.client.common.screen.ScreenModel;
import dev.docket.client.common.task.Background;
import dev.docket.client.labels.evaluation.Evaluation;
import dev.docket.client.labels.evaluation.EvaluationApi;
import dev.docket.client.labels.models.ModelsApi;
import dev.docket.client.labels.models.Registry;
import dev.docket.client.labels.part.Jobs;
import dev.docket.client.labels.part.JobsApi;
import dev.docket.client.labels.part.PartModel;
import dev.docket.client.labels.part.Told;
import dev.docket.client.labels.release.Release;
import dev.docket.client.labels.release.ReleaseApi;
import dev.docket.client.labels.sets.Sets;
import dev.docket.client.labels.sets.SetsApi;
import dev.docket.client.labels.training.TrainingApi;
import dev.docket.client.labels.training.Trainings;
import dev.docket.client.labels.watching.Watching;
import dev.docket.client.labels.watching.WatchingApi;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.people.PersonView;
import dev.docket.dto.people.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The Labels screen without its looks: one section at a time, and the long work that goes on meanwhile. Use on the FX
/// thread only.
public final class LabelsViewModel implements ScreenModel {
    /// What the sections ask.
    public record Ports(
            SetsApi sets,
            JobsApi jobs,
            ModelsApi models,
            TrainingApi training,
            EvaluationApi evaluation,
            ReleaseApi release,
            WatchingApi watching) {}

    private final List<Section> sections;
    private final Jobs jobs;
    private final Registry registry;
    private final Sets sets;
    private final Trainings trainings;
    private final Evaluation evaluation;
    private final Release release;
    private final Watching watching;
    private final Map<Section, PartModel> parts = new EnumMap<>(Section.class);
    private final ReadOnlyObjectWrapper<Section> section;
    private final ReadOnlyObjectWrapper<@Nullable Told> told = new ReadOnlyObjectWrapper<>();
    private boolean shown;

    public LabelsViewModel(Ports ports, Background background, PersonView person) {
        sections = Section.admitting(person.roles());
        section = new ReadOnlyObjectWrapper<>(sections.isEmpty() ? Section.EVALUATION : sections.getFirst());
        jobs = new Jobs(ports.jobs(), background, told::set);
        jobs.onOver(this::over);
        sets = new Sets(ports.sets(), background, jobs, told::set);
        registry = new Registry(ports.models(), background);
        trainings = new Trainings(ports.training(), background, jobs, registry, sets::readSets, told::set);
        boolean isEngineer = person.roles().contains(Role.ML);
        var rights = new Evaluation.Rights(person.roles().contains(Role.MODERATOR), isEngineer);
        evaluation = new Evaluation(ports.evaluation(), background, jobs, registry, rights, this::setAtHand, told::set);
        release = new Release(ports.release(), background, jobs, registry, person.id(), isEngineer, told::set);
        var watch = new Watching.Rights(isEngineer, isEngineer || person.roles().contains(Role.SUPERVISOR));
        watching = new Watching(ports.watching(), background, jobs, watch, told::set);
        parts.put(Section.SETS, sets);
        parts.put(Section.TRAINING, trainings);
        parts.put(Section.EVALUATION, evaluation);
        parts.put(Section.RELEASE, release);
        parts.put(Section.WATCHING, watching);
    }

    @Override
    public void open() {
        shown = true;
        jobs.open();
        lookAgain();
    }

    @Override
    public void shown() {
        open();
    }

    @Override
    public void hidden() {
        shown = false;
        jobs.close();
        parts.values().forEach(PartModel::hidden);
    }

    @Override
    public void close() {
        hidden();
        parts.values().forEach(PartModel::close);
    }

    @Override
    public void reconnected() {
        if (shown) {
            jobs.read();
            lookAgain();
        }
    }

    @Override
    public void happened(LiveEvent event) {
        if (shown) {
            jobs.happened(event);
            part().ifPresent(part -> part.happened(event));
        }
    }

    public void go(Section to) {
        if (sections.contains(to)) {
            told.set(null);
            part().ifPresent(PartModel::hidden);
            section.set(to);
            lookAgain();
        }
    }

    /// Reads what is shown anew.
    public void lookAgain() {
        part().ifPresent(PartModel::read);
    }

    private Optional<PartModel> part() {
        return sections.isEmpty() ? Optional.empty() : Optional.ofNullable(parts.get(section.get()));
    }

    /// What was told of a job that is over is no longer so.
    private void over(JobView job) {
        var now = told.get();
        if (now != null && job.id().equals(now.job())) {
            told.set(now.over(job.state()));
        }
    }

    void tell(Told what) {
        told.set(what);
    }

    /// What was told is old.
    public void forgetTold() {
        told.set(null);
    }

    /// The version of the label set at hand; null where none is ready.
    @Nullable String setAtHand() {
        var set = sets.selectedProperty().get();
        return set == null || set.state() != LabelSetState.READY ? null : set.version();
    }

    /// Those that this person may see.
    public List<Section> sections() {
        return sections;
    }

    public Sets sets() {
        return sets;
    }

    public Trainings trainings() {
        return trainings;
    }

    public Evaluation evaluation() {
        return evaluation;
    }

    public Release release() {
        return release;
    }

    public Watching watching() {
        return watching;
    }

    public Registry registry() {
        return registry;
    }

    public ReadOnlyObjectProperty<Section> sectionProperty() {
        return section.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Told> toldProperty() {
        return told.getReadOnlyProperty();
    }
}
