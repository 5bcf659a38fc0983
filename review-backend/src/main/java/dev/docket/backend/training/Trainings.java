package dev.docket.backend.training;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.labels.LabelSetView;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.model.artifact.ModelPackage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks for models to be trained on label sets, and knows how each that came of it was made.
@Service
public class Trainings {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 1_000;
    private static final double USUAL_REPLAY = 0.5;
    private static final double MOST_REPLAY = 0.95;
    private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private final LabelSets sets;
    private final Registry registry;
    private final Jobs jobs;
    private final StoredRuns runs;
    private final AuditTrail audit;

    Trainings(LabelSets sets, Registry registry, Jobs jobs, StoredRuns runs, AuditTrail audit) {
        this.sets = sets;
        this.registry = registry;
        this.jobs = jobs;
        this.runs = runs;
        this.audit = audit;
    }

    /// Takes up a request; the work is a job.
    @Transactional
    public JobView start(TrainRequest request, Actor.Person by) {
        refuseNonsense(request);
        var set = sets.byVersion(request.labelSet());
        if (set.state() != LabelSetState.READY) {
            throw new DomainProblem(
                    TrainingProblem.SET_NOT_READY, "The set is " + set.state() + "; ask again when it is READY.");
        }
        refuseFailedGates(request, set);
        var base = base(request);
        refuseUnknownLabels(request.labels(), base, set);
        var job = jobs.submit(TrainingJob.KIND, by, order(request, base));
        audit.append(
                by,
                "training.asked",
                "label-set",
                set.version(),
                Map.of(
                        "job",
                        job.id(),
                        "base",
                        base.version(),
                        "overridden",
                        Boolean.TRUE.equals(request.overrideGates())));
        return job;
    }

    private static TrainingOrder order(TrainRequest request, Model base) {
        return new TrainingOrder(
                request.labelSet(),
                base.version(),
                request.name().strip(),
                version(),
                Objects.requireNonNullElse(request.seed(), 1L),
                Objects.requireNonNullElse(request.replayShare(), USUAL_REPLAY),
                Objects.requireNonNullElse(request.labels(), List.of()),
                Boolean.TRUE.equals(request.overrideGates()) ? request.reason() : null);
    }

    private static void refuseNonsense(TrainRequest request) {
        var errors = new FieldErrors();
        String name = request.name();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            errors.add("/name", "1 to " + LONGEST_NAME + " characters");
        }
        if (request.labelSet() == null) {
            errors.add("/labelSet", "the version of a label set");
        }
        Double replay = request.replayShare();
        if (replay != null && !(replay >= 0 && replay <= MOST_REPLAY)) {
            errors.add("/replayShare", "0 to " + MOST_REPLAY);
        }
        String reason = request.reason();
        boolean overrides = Boolean.TRUE.equals(request.overrideGates());
        if (overrides && (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON)) {
            errors.add("/reason", "1 to " + LONGEST_REASON + " characters, when gates are passed over");
        }
        errors.throwIfAny();
    }

    private static void refuseFailedGates(TrainRequest request, LabelSetView set) {
        if (set.gates() == GateState.FAILED && !Boolean.TRUE.equals(request.overrideGates())) {
            throw new DomainProblem(
                    TrainingProblem.GATES_FAILED,
                    "Look at the set's gates and mend it, or pass overrideGates with a reason.");
        }
    }

    private Model base(TrainRequest request) {
        String wanted = request.base();
        var base = wanted == null || wanted.isBlank()
                ? registry.champion()
                : registry.find(wanted)
                        .orElseThrow(() -> new DomainProblem(
                                TrainingProblem.BASE_UNFIT, "There is no model of the version in base; list them."));
        if (!base.kind().equals(ModelPackage.KIND)) {
            throw new DomainProblem(
                    TrainingProblem.BASE_UNFIT,
                    base.version() + " is of kind " + base.kind()
                            + "; heads are trained from heads, so name some as base.");
        }
        return base;
    }

    /// A label that the base lacks can be taught if the set has it.
    private static void refuseUnknownLabels(@Nullable List<String> labels, Model base, LabelSetView set) {
        var errors = new FieldErrors();
        var figures = set.figures();
        for (int i = 0; labels != null && i < labels.size(); i++) {
            String label = labels.get(i);
            boolean known = base.labels().contains(label);
            if (!known && (figures == null || !figures.labels().containsKey(label))) {
                errors.add(
                        "/labels/" + i,
                        "one of " + String.join(", ", base.labels()) + ", or another that the label set has");
            } else if (!known && !LABEL.matcher(label).matches()) {
                errors.add("/labels/" + i, "a new label is of small letters, digits and _, and begins with a letter");
            } else if (labels.indexOf(label) < i) {
                errors.add("/labels/" + i, "each once");
            }
        }
        errors.throwIfAny();
    }

    /// Sorts by time; the tail keeps two of one millisecond apart.
    private static String version() {
        String id = Ids.next().toString().replace("-", "");
        return "heads-" + id.substring(0, 12) + id.substring(id.length() - 4);
    }

    public TrainingRunView runOf(String modelVersion) {
        return runs.find(modelVersion)
                .orElseThrow(() ->
                        new DomainProblem(CommonProblem.NOT_FOUND, "No training here made a model of that version."));
    }
}
