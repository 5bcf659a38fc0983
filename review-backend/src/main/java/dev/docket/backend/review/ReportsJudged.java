package dev.docket.backend.review;

import dev.docket.backend.queue.JudgedReports;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells how reports turned out, whenever a decision takes effect. Not knowing judges nobody.
@Component
class ReportsJudged {
    private final JudgedReports reporters;

    ReportsJudged(JudgedReports reporters) {
        this.reporters = reporters;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect effect) {
        var finding = effect.decision().finding();
        if (finding.outcome() != Outcome.CANNOT_DECIDE) {
            reporters.judge(effect.item(), violated(finding));
        }
    }

    private static List<String> violated(Finding finding) {
        return finding.outcome() == Outcome.VIOLATION
                ? finding.violations().stream().map(Violation::policy).toList()
                : List.of();
    }
}
