package dev.docket.backend.insights.web;

import dev.docket.backend.insights.Insights;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.dto.Paths;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.people.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the Insights screen draws, a panel a call. Who may ask is each panel's own business.
@RestController
class InsightController {
    private final Insights insights;

    InsightController(Insights insights) {
        this.insights = insights;
    }

    @GetMapping(Paths.INSIGHTS + "/{panel}")
    @Requires(roles = {Role.MODERATOR, Role.POLICY, Role.ML, Role.ADMIN})
    Insight panel(@PathVariable String panel, @RequestParam(defaultValue = "30") int days, Caller.Person person) {
        return insights.panel(person, panel, days);
    }
}
