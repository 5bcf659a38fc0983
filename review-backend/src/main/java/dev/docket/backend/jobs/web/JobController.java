package dev.docket.backend.jobs.web;

import dev.docket.backend.jobs.Jobs;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.JOBS)
class JobController {
    private static final int LONGEST_PAGE = 200;

    private final Jobs jobs;

    JobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    Page<JobView> list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return jobs.page(kind, after == null ? null : idOf(after), Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping("/{id}")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    JobView read(@PathVariable String id) {
        return jobs.byId(idOf(id));
    }

    @DeleteMapping("/{id}")
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String id, Caller.Person caller) {
        jobs.cancel(idOf(id), caller.actor());
    }

    private static UUID idOf(String id) {
        return Ids.parse(id)
                .orElseThrow(
                        () -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no job of that id; list them."));
    }
}
