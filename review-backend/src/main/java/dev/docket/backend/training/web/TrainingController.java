package dev.docket.backend.training.web;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.training.Evaluations;
import dev.docket.backend.training.Trainings;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.EvaluateRequest;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.dto.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrainingController {
    private static final int LONGEST_PAGE = 100;

    private final Trainings trainings;
    private final Evaluations evaluations;

    TrainingController(Trainings trainings, Evaluations evaluations) {
        this.trainings = trainings;
        this.evaluations = evaluations;
    }

    @PostMapping(Paths.MODELS_TRAIN)
    @Requires(roles = Role.ML)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView train(@RequestBody TrainRequest request, Caller.Person caller) {
        return trainings.start(request, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.MODELS + "/{version}/run")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    TrainingRunView run(@PathVariable String version) {
        return trainings.runOf(version);
    }

    @PostMapping(Paths.MODELS + "/{version}/evaluation")
    @Requires(roles = Role.ML)
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView evaluate(@PathVariable String version, @RequestBody EvaluateRequest request, Caller.Person caller) {
        return evaluations.start(version, request, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.MODELS + "/{version}/evaluation")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    EvaluationView evaluation(@PathVariable String version) {
        return evaluations.of(version);
    }

    @GetMapping(Paths.MODELS + "/{version}/evaluation/disagreements")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    Page<Disagreement> disagreements(
            @PathVariable String version,
            @RequestParam(defaultValue = "people") String with,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit,
            Caller.Person caller) {
        return evaluations.disagreements(version, with, label, after, Math.clamp(limit, 1, LONGEST_PAGE), caller);
    }
}
