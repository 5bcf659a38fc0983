package dev.docket.backend.policy.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.policy.PolicyEditing;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.NewPolicy;
import dev.docket.dto.policy.PolicyDiff;
import dev.docket.dto.policy.PolicyDraft;
import dev.docket.dto.policy.PolicyVersion;
import dev.docket.dto.policy.PolicyView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Policies: everyone who signed in reads them, policy leads write them.
@RestController
class PolicyController {
    private final PolicyEditing policies;

    PolicyController(PolicyEditing policies) {
        this.policies = policies;
    }

    @GetMapping(Paths.POLICIES)
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    List<PolicyView> all() {
        return policies.all();
    }

    @PostMapping(Paths.POLICIES)
    @Requires(roles = Role.POLICY)
    @Answers(status = 201, with = PolicyView.class)
    ResponseEntity<PolicyView> add(@RequestBody NewPolicy request, Caller.Person caller) {
        var added = policies.add(caller, request);
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(VersionTag.of(added.version()))
                .body(added);
    }

    @GetMapping(Paths.POLICIES + "/{key}")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    @Answers(status = 200, with = PolicyView.class)
    ResponseEntity<PolicyView> one(@PathVariable String key) {
        return tagged(policies.of(key));
    }

    @PutMapping(Paths.POLICIES + "/{key}")
    @Requires(roles = Role.POLICY)
    @Answers(status = 200, with = PolicyView.class)
    ResponseEntity<PolicyView> publish(
            @PathVariable String key,
            @RequestBody PolicyDraft draft,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller.Person caller) {
        return tagged(policies.publish(caller, key, draft, ifMatch));
    }

    @GetMapping(Paths.POLICIES + "/{key}/versions")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    List<PolicyVersion> versions(@PathVariable String key) {
        return policies.versions(key);
    }

    @GetMapping(Paths.POLICIES + "/{key}/versions/{version}")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    PolicyView version(@PathVariable String key, @PathVariable int version) {
        return policies.of(key, version);
    }

    @GetMapping(Paths.POLICIES + "/{key}/diff")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    PolicyDiff diff(@PathVariable String key, @RequestParam int from, @RequestParam int to) {
        return policies.diff(key, from, to);
    }

    private static ResponseEntity<PolicyView> tagged(PolicyView policy) {
        return ResponseEntity.ok().eTag(VersionTag.of(policy.version())).body(policy);
    }
}
