package dev.docket.backend.training;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.Page;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.labels.LabelSetState;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.EvaluateRequest;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.people.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How good models are, on rows that they have not seen.
@Service
public class Evaluations {
    private static final int FARTHEST = 10_000;

    private final StoredEvaluations evaluations;
    private final Registry registry;
    private final LabelSets sets;
    private final Jobs jobs;

    Evaluations(StoredEvaluations evaluations, Registry registry, LabelSets sets, Jobs jobs) {
        this.evaluations = evaluations;
        this.registry = registry;
        this.sets = sets;
        this.jobs = jobs;
    }

    /// The latest evaluation of a model.
    public EvaluationView of(String version) {
        return find(version)
                .orElseThrow(() -> new DomainProblem(
                        CommonProblem.NOT_FOUND, "No model of that version has been evaluated; ask for it."));
    }

    public Optional<EvaluationView> find(String version) {
        return evaluations.find(version);
    }

    /// The scores that the latest evaluation rests on, by label and item.
    public List<ScoredRow> rows(String version) {
        return evaluations.rows(version);
    }

    /// Asks for an evaluation of any model, such as one that came from elsewhere; the work is a job.
    @Transactional
    public JobView start(String version, EvaluateRequest request, Actor.Person by) {
        registry.byVersion(version);
        if (request.labelSet() == null) {
            new FieldErrors().add("/labelSet", "the version of a label set").throwIfAny();
        }
        var set = sets.byVersion(request.labelSet());
        if (set.state() != LabelSetState.READY) {
            throw new DomainProblem(TrainingProblem.SET_NOT_READY, "Ask again when its state is READY.");
        }
        return jobs.submit(EvaluationJob.KIND, by, new EvaluationJob.Order(version, set.version(), 1));
    }

    /// Rows on which a model differs most, the widest first. Whoever may not see content gets ids.
    ///
    /// @param with `people` or `champion`
    public Page<Disagreement> disagreements(
            String version, String with, @Nullable String label, @Nullable String after, int limit, Caller.Person by) {
        if (!with.equals("people") && !with.equals("champion")) {
            new FieldErrors().add("/with", "people or champion").throwIfAny();
        }
        of(version);
        int skip = skip(after);
        boolean readable = by.is(Role.ML) || by.is(Role.SENIOR);
        var found = evaluations.disagreements(
                version, with.equals("people"), label, new StoredEvaluations.Window(skip, limit + 1, readable));
        return new Page<>(
                found.stream().limit(limit).toList(), found.size() > limit ? Integer.toString(skip + limit) : null);
    }

    private static int skip(@Nullable String after) {
        try {
            return after == null ? 0 : Math.clamp(Integer.parseInt(after), 0, FARTHEST);
        } catch (NumberFormatException notACursor) {
            new FieldErrors().add("/after", "the cursor of the page before").throwIfAny();
            throw notACursor;
        }
    }
}
