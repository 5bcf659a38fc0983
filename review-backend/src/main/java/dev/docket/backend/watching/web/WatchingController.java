package dev.docket.backend.watching.web;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.watching.Drift;
import dev.docket.backend.watching.RetrainingProposals;
import dev.docket.backend.watching.WatchSetting;
import dev.docket.dto.Paths;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.WatchSettings;
import dev.docket.dto.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// How the model is watched, over HTTP.
@RestController
class WatchingController {
    private final Drift drift;
    private final RetrainingProposals proposals;
    private final WatchSetting setting;

    WatchingController(Drift drift, RetrainingProposals proposals, WatchSetting setting) {
        this.drift = drift;
        this.proposals = proposals;
        this.setting = setting;
    }

    @GetMapping(Paths.MODELS_DRIFT)
    @Requires(roles = {Role.ML, Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    DriftView drift() {
        return drift.view();
    }

    @PostMapping(Paths.MODELS_DRIFT)
    @Requires(roles = {Role.ML, Role.SUPERVISOR})
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobView measure(Caller.Person caller) {
        return drift.ask(caller.actor());
    }

    @PostMapping(Paths.RETRAINING_PROPOSALS + "/{id}/settle")
    @Requires(roles = Role.ML)
    DriftView.Proposal settle(@PathVariable String id, Caller.Person caller) {
        var proposal = Ids.parse(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no proposal of that id."));
        return proposals.settle(proposal, new Actor.Person(caller.id()));
    }

    @GetMapping(Paths.WATCHING)
    @Requires(roles = {Role.ML, Role.SUPERVISOR, Role.ADMIN})
    WatchSettings settings() {
        return setting.now();
    }

    @PutMapping(Paths.WATCHING)
    @Requires(roles = {Role.ML, Role.SUPERVISOR})
    WatchSettings set(@RequestBody WatchSettings wanted, Caller.Person caller) {
        return setting.set(wanted, new Actor.Person(caller.id()));
    }
}
