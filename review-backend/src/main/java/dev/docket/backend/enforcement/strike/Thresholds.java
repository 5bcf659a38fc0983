package dev.docket.backend.enforcement.strike;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.dto.review.ActionType;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Proposes actions when strikes add up, and takes proposals back when they no longer do. It never acts.
@Component
class Thresholds {
    private static final Actor STRIKES = new Actor.Automation("strikes");

    private final StoredProposals proposals;
    private final StrikeSettings settings;
    private final AuditTrail audit;
    private final LiveEvents live;

    Thresholds(StoredProposals proposals, StrikeSettings settings, AuditTrail audit, LiveEvents live) {
        this.proposals = proposals;
        this.settings = settings;
        this.audit = audit;
        this.live = live;
    }

    /// An author has one open proposal at most: a stronger one takes a weaker one's place. What a
    /// supervisor settled is not proposed again until a further strike is given.
    void rose(Author author, int standing, UUID item) {
        var action = settings.proposedAt(standing);
        if (action.isEmpty() || proposals.isSettled(author, action.get())) {
            return;
        }
        var open = proposals.open(author);
        if (open.isPresent() && open.get().action() == action.get()) {
            return;
        }
        open.ifPresent(weaker -> withdraw(weaker.id()));
        propose(author, standing, item, action.get());
    }

    void fell(Author author, int standing) {
        proposals
                .open(author)
                .filter(open -> !isReached(open.action(), standing))
                .ifPresent(open -> withdraw(open.id()));
    }

    boolean isReached(ActionType action, int standing) {
        return settings.proposedAt(standing)
                .filter(reached -> reached.compareTo(action) >= 0)
                .isPresent();
    }

    void withdraw(UUID proposal) {
        if (proposals.withdraw(proposal)) {
            audit.append(STRIKES, "proposal.withdrawn", "proposal", proposal.toString(), Map.of());
            live.publish("proposal.changed", proposal.toString(), Map.of("proposal", proposal));
        }
    }

    private void propose(Author author, int standing, UUID item, ActionType action) {
        var id = Ids.next();
        proposals.insert(id, author, action, standing, item);
        audit.append(
                STRIKES,
                "proposal.made",
                "proposal",
                id.toString(),
                Map.of("item", item, "action", action, "points", standing));
        live.publish("proposal.changed", id.toString(), Map.of("proposal", id));
    }
}
