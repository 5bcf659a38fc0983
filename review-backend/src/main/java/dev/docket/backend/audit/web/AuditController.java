package dev.docket.backend.audit.web;

import dev.docket.backend.audit.AuditLog;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.audit.AuditEntryView;
import dev.docket.dto.audit.AuditVerification;
import dev.docket.dto.people.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.AUDIT)
class AuditController {
    private static final int LONGEST_PAGE = 200;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Requires(roles = {Role.SUPERVISOR, Role.ADMIN})
    Page<AuditEntryView> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subjectKind,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller.Person person) {
        var query = new AuditLog.Query(actor, action, subjectKind, subject, from, to);
        return log.page(person, query, after, Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @GetMapping("/verify")
    @Requires(roles = {Role.SUPERVISOR, Role.ADMIN})
    AuditVerification verify() {
        return log.verify();
    }
}
