package dev.docket.backend.release.web;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.release.Gates;
import dev.docket.backend.release.Releases;
import dev.docket.backend.release.Shadow;
import dev.docket.dto.Paths;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.PromoteRequest;
import dev.docket.dto.models.RollbackRequest;
import dev.docket.dto.models.ShadowView;
import dev.docket.dto.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The life of a model over HTTP.
@RestController
@RequestMapping(Paths.MODELS)
class ReleaseController {
    private final Releases releases;
    private final Gates gates;
    private final Shadow shadow;

    ReleaseController(Releases releases, Gates gates, Shadow shadow) {
        this.releases = releases;
        this.gates = gates;
        this.shadow = shadow;
    }

    @PostMapping("/{version}/shadow")
    @Requires(roles = Role.ML)
    ModelView shadow(@PathVariable String version, Caller.Person caller) {
        return releases.shadow(version, caller.actor());
    }

    @GetMapping("/{version}/shadow")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    ShadowView compared(@PathVariable String version) {
        return shadow.of(version);
    }

    @GetMapping("/{version}/gates")
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    GatesView gates(@PathVariable String version) {
        return gates.measure(version);
    }

    @PostMapping("/{version}/approve")
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    ModelView approve(@PathVariable String version, Caller.Person caller) {
        return releases.approve(version, new Actor.Person(caller.id()));
    }

    @PostMapping("/{version}/promote")
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    ModelView promote(
            @PathVariable String version,
            @RequestBody(required = false) @Nullable PromoteRequest request,
            Caller.Person caller) {
        return releases.promote(version, request == null ? null : request.share(), caller.actor());
    }

    @PostMapping("/{version}/rollback")
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    ModelView takeBack(
            @PathVariable String version,
            @RequestBody(required = false) @Nullable RollbackRequest request,
            Caller.Person caller) {
        return releases.takeBack(version, request == null ? null : request.reason(), caller.actor());
    }

    @PostMapping("/rescoring")
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView rescore(Caller.Person caller) {
        return releases.rescore(caller.actor());
    }
}
