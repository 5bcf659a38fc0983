package dev.docket.backend.models.web;

import dev.docket.backend.models.InferenceReport;
import dev.docket.backend.models.InferenceReports;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How inference goes, for whoever operates the floor.
@RestController
class InferenceController {
    private final InferenceReports reports;

    InferenceController(InferenceReports reports) {
        this.reports = reports;
    }

    @GetMapping(Paths.METRICS + "/ai-inference")
    @Requires(
            roles = {Role.SUPERVISOR, Role.ML, Role.ADMIN},
            scopes = Scope.CLASSIFY)
    InferenceReport report() {
        return reports.now();
    }
}
