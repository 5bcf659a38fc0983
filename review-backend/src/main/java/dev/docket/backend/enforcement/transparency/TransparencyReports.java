package dev.docket.backend.enforcement.transparency;

import dev.docket.backend.enforcement.statement.Categories;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.enforcement.TransparencyReport;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the report together.
@Service
public class TransparencyReports {
    private final StoredFigures figures;
    private final Categories categories;

    TransparencyReports(StoredFigures figures, Categories categories) {
        this.figures = figures;
        this.categories = categories;
    }

    @Transactional(readOnly = true)
    public TransparencyReport between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            new FieldErrors().add("/to", "must be after from").throwIfAny();
        }
        return new TransparencyReport(
                from,
                to,
                figures.notices(from, to).stream().map(this::notices).toList(),
                figures.actions(from, to).stream().map(this::actions).toList(),
                figures.automation(from, to),
                figures.appeals(from, to),
                figures.handling(from, to));
    }

    private TransparencyReport.Notices notices(StoredFigures.Notice notice) {
        String policy = notice.policy();
        return new TransparencyReport.Notices(
                policy,
                policy == null ? null : categories.of(policy).orElse(null),
                notice.notices(),
                notice.items(),
                notice.acted(),
                notice.actedByAutomation(),
                notice.medianSeconds());
    }

    private TransparencyReport.Actions actions(StoredFigures.Acted acted) {
        return new TransparencyReport.Actions(
                acted.policy(),
                categories.of(acted.policy()).orElse(null),
                acted.action(),
                acted.ownInitiative(),
                acted.byAutomation(),
                acted.count());
    }
}
