package dev.docket.backend.quality;

import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.review.DecisionKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells those whose looks were settled by an adjudication or an appeal that their coaching cards may be others now.
/// Of golden items nothing is told: when an answer to one counts would say which item it was.
@Component
class CoachingNews {
    private static final Set<DecisionKind> SETTLING = Set.of(DecisionKind.ADJUDICATION, DecisionKind.APPEAL);
    private static final Set<DecisionKind> LOOKS = Set.of(DecisionKind.FIRST, DecisionKind.SECOND);

    private final PastDecisions decisions;
    private final LiveEvents live;

    CoachingNews(PastDecisions decisions, LiveEvents live) {
        this.decisions = decisions;
        this.live = live;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionTookEffect settled) {
        if (!SETTLING.contains(settled.decision().kind())) {
            return;
        }
        var item = settled.decision().item();
        decisions.of(item).stream()
                .filter(look -> LOOKS.contains(look.kind()))
                .map(PastDecision::person)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> live.publishTo(person, "coaching.changed", item.toString(), Map.of("item", item)));
    }
}
