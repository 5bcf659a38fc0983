package dev.docket.backend.platform.ops.web;

import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.ops.Health;
import dev.docket.backend.platform.ops.Performance;
import dev.docket.backend.platform.ops.Promises;
import dev.docket.dto.Paths;
import dev.docket.dto.ops.HealthReport;
import dev.docket.dto.ops.PerformanceReport;
import dev.docket.dto.ops.SlaReport;
import dev.docket.dto.people.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reports for whoever operates the floor. None holds content or names.
@RestController
class OpsController {
    private final Health health;
    private final Performance performance;
    private final Promises promises;

    OpsController(Health health, Performance performance, Promises promises) {
        this.health = health;
        this.performance = performance;
        this.promises = promises;
    }

    @GetMapping(Paths.HEALTH)
    @Requires(open = true)
    HealthReport health() {
        return health.report();
    }

    @GetMapping(Paths.METRICS + "/performance")
    @Requires(roles = {Role.SUPERVISOR, Role.ML, Role.ADMIN})
    PerformanceReport performance() {
        return performance.report();
    }

    @GetMapping(Paths.METRICS + "/sla")
    @Requires(roles = {Role.SUPERVISOR, Role.ML, Role.ADMIN})
    SlaReport sla() {
        return promises.report();
    }
}
