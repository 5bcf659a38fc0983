package dev.docket.backend.classification;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.ItemReported;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.Route;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sends an allowed item to review when somebody reports it: thresholds may be wrong, and a policy without a label is
/// reached no other way. A report under a policy that does not exist is refused. An item that is not scored yet is
/// routed with its reports when it is.
@Component
class ReportedItems {
    private final StoredAssessments assessments;
    private final Items items;
    private final Assessor assessor;
    private final Policies policies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportedItems(
            StoredAssessments assessments,
            Items items,
            Assessor assessor,
            Policies policies,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.items = items;
        this.assessor = assessor;
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(ItemReported reported) {
        if (reported.policy() != null && policies.byKey(reported.policy()).isEmpty()) {
            throw new DomainProblem(
                    ClassifyProblem.UNKNOWN_POLICY, "Name a policy that GET /api/v1/policies lists, or none.");
        }
        assessments
                .latest(reported.item())
                .filter(assessment -> assessment.route() == Route.ALLOW)
                .ifPresent(assessment -> items.find(reported.item())
                        .filter(item -> item.state() == ItemState.CLASSIFIED)
                        .ifPresent(item -> review(item, assessment)));
    }

    private void review(Item item, Assessment allowed) {
        var assessed = assessor.reported(allowed, items.reports(item.id()));
        assessments.insert(List.of(assessed.assessment()), clock.instant());
        items.moveTo(item.id(), ItemState.IN_REVIEW);
        events.publishEvent(assessed.routed(item, item.reach()));
    }
}
