package dev.docket.backend.watching;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.models.DriftView.Proposal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Proposals to retrain a model, for whoever trains. Nothing follows from one by itself.
@Service
public class RetrainingProposals {
    private static final Actor SELF = new Actor.Automation("drift watch");
    private static final int SHOWN = 20;

    private final StoredRetrainingProposals stored;
    private final AuditTrail audit;
    private final LiveEvents live;
    private final Clock clock;

    RetrainingProposals(StoredRetrainingProposals stored, AuditTrail audit, LiveEvents live, Clock clock) {
        this.stored = stored;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /// The newest first.
    public List<Proposal> newest() {
        return stored.newest(SHOWN);
    }

    /// Raises a proposal, or says of the open one what holds now; where nothing holds an open
    /// one stays, because somebody should know that it did.
    @Transactional
    public void raise(String version, List<Sentence> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        UUID fresh = Ids.next();
        UUID open = stored.raise(fresh, version, reasons, clock.instant());
        if (open.equals(fresh)) {
            audit.append(SELF, "model.retraining_proposed", "model", version, Map.of("reasons", reasons.size()));
            live.publish("model.retraining_proposed", version, Map.of("proposal", open, "version", version));
        }
    }

    /// Says that somebody has seen to it; the first is remembered.
    @Transactional
    public Proposal settle(UUID id, Actor.Person by) {
        if (stored.settle(id, by.id(), clock.instant())) {
            audit.append(by, "model.retraining_settled", "retraining_proposal", id.toString(), Map.of());
        }
        return stored.find(id)
                .orElseThrow(() -> new DomainProblem(CommonProblem.NOT_FOUND, "There is no proposal of that id."));
    }
}
