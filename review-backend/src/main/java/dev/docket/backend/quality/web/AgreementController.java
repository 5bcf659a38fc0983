package dev.docket.backend.quality.web;

import dev.docket.backend.platform.Requires;
import dev.docket.backend.quality.Agreement;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.quality.AgreementReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AgreementController {
    private final Agreement agreement;

    AgreementController(Agreement agreement) {
        this.agreement = agreement;
    }

    @GetMapping(Paths.QUALITY + "/agreement")
    @Requires(roles = Role.SUPERVISOR)
    AgreementReport agreement(
            @RequestParam(required = false) @Nullable String policy,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return agreement.report(policy, from, to);
    }
}
