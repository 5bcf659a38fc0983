package dev.docket.backend.review;

import dev.docket.backend.classification.ItemRouted;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Decides what a policy may decide by itself. Routing says ACT only of scored items, under policies whose automatic
/// action is on and can be made good.
@Component
class AutomaticDecisions {
    private static final Actor ROUTING = new Actor.Automation("routing");

    private final UnclaimedDecisions unclaimed;
    private final Policies policies;

    AutomaticDecisions(UnclaimedDecisions unclaimed, Policies policies) {
        this.unclaimed = unclaimed;
        this.policies = policies;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ItemRouted routed) {
        if (routed.route() != Route.ACT || routed.unscored() || routed.actingPolicy() == null) {
            return;
        }
        policies.byKey(routed.actingPolicy())
                .ifPresent(policy -> unclaimed.decide(
                        ROUTING, routed.item(), finding(policy, routed.reason()), DecisionKind.AUTOMATION));
    }

    private static Finding finding(Policy policy, String reason) {
        return new Finding(
                Outcome.VIOLATION,
                List.of(new Violation(policy.key(), policy.defaultSeverity(), null, null, null)),
                List.of(new Action(policy.defaultAction(), null)),
                reason,
                null);
    }
}
