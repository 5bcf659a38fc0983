package dev.docket.backend.policy.web;

import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The policies in force, for people to read. Editing them is a later screen's business.
@RestController
class PolicyController {
    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    @GetMapping(Paths.API + "/policies")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    List<Policy> all() {
        return policies.all();
    }

    @GetMapping(Paths.API + "/policies/{key}")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    ResponseEntity<Policy> one(@PathVariable String key) {
        var policy = policies.byKey(key)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no policy of that key."));
        return ResponseEntity.ok().eTag("\"" + policy.version() + "\"").body(policy);
    }
}
