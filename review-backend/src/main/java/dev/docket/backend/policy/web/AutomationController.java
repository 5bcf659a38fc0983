package dev.docket.backend.policy.web;

import dev.docket.backend.platform.Answers;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.VersionTag;
import dev.docket.backend.policy.Automation;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.policy.AuditShare;
import dev.docket.dto.policy.AutomationState;
import dev.docket.dto.policy.AutomationSwitch;
import dev.docket.dto.policy.ChangeAuditShare;
import dev.docket.dto.policy.PolicyAutomation;
import dev.docket.dto.policy.SwitchRequest;
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
import org.springframework.web.bind.annotation.RestController;

/// Switches automatic action, and says how much of what was allowed is looked at.
@RestController
class AutomationController {
    private final Automation automation;

    AutomationController(Automation automation) {
        this.automation = automation;
    }

    @PostMapping(Paths.POLICIES + "/{key}/automation")
    @Requires(roles = {Role.POLICY, Role.SUPERVISOR})
    @Answers(status = 200, with = PolicyAutomation.class)
    @Answers(status = 202, with = PolicyAutomation.class)
    ResponseEntity<PolicyAutomation> turn(
            @PathVariable String key, @RequestBody SwitchRequest request, Caller.Person caller) {
        var now = automation.turn(caller, key, request.on());
        var status = now.state() == AutomationState.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(now);
    }

    @GetMapping(Paths.AUTOMATION)
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    AutomationSwitch killSwitch() {
        return automation.killSwitch();
    }

    @PutMapping(Paths.AUTOMATION)
    @Requires(roles = {Role.POLICY, Role.SUPERVISOR, Role.ADMIN})
    AutomationSwitch killSwitch(@RequestBody SwitchRequest request, Caller.Person caller) {
        return automation.killSwitch(caller, request.on());
    }

    @GetMapping(Paths.AUDIT_SHARE)
    @Requires(roles = {Role.POLICY, Role.SUPERVISOR, Role.ML, Role.ADMIN})
    @Answers(status = 200, with = AuditShare.class)
    ResponseEntity<AuditShare> auditShare() {
        return tagged(automation.auditShare());
    }

    @PutMapping(Paths.AUDIT_SHARE)
    @Requires(roles = Role.POLICY)
    @Answers(status = 200, with = AuditShare.class)
    ResponseEntity<AuditShare> auditShare(
            @RequestBody ChangeAuditShare request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller.Person caller) {
        return tagged(automation.auditShare(caller, request.share(), ifMatch));
    }

    private static ResponseEntity<AuditShare> tagged(AuditShare share) {
        return ResponseEntity.ok().eTag(VersionTag.of(share.version())).body(share);
    }
}
