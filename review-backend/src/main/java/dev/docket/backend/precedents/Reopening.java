package dev.docket.backend.precedents;

import dev.docket.backend.appeals.LikeDecisions;
import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.review.Violation;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Has near-duplicates that were decided like a fallen decision looked at again, by people who did not decide them.
@Component
class Reopening implements LikeDecisions {
    private static final Actor SELF = new Actor.Automation("precedents");
    /// More than people can look at again is a matter for whoever runs the floor.
    private static final int MOST = 200;

    private final StoredFingerprints stored;
    private final StoredPrecedents precedents;
    private final ReviewTasks tasks;
    private final PastDecisions decisions;
    private final Fingerprints fingerprints;
    private final Neighbourhood neighbourhood;
    private final PrecedentSettings settings;
    private final AuditTrail audit;
    private final LiveEvents live;

    Reopening(
            StoredFingerprints stored,
            StoredPrecedents precedents,
            ReviewTasks tasks,
            PastDecisions decisions,
            Fingerprints fingerprints,
            Neighbourhood neighbourhood,
            PrecedentSettings settings,
            AuditTrail audit,
            LiveEvents live) {
        this.stored = stored;
        this.precedents = precedents;
        this.tasks = tasks;
        this.decisions = decisions;
        this.fingerprints = fingerprints;
        this.neighbourhood = neighbourhood;
        this.settings = settings;
        this.audit = audit;
        this.live = live;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int reopen(UUID item, PastDecision overturned) {
        var print = stored.find(Set.of(item), fingerprints.encoder()).get(item);
        if (print == null) {
            return 0;
        }
        var candidates = candidates(print);
        var decided = precedents.decided(candidates);
        var prints = stored.find(decided.keySet(), fingerprints.encoder());
        int reopened = 0;
        for (var one : decided.values()) {
            var other = prints.get(one.item());
            boolean alike = other != null
                    && print.isNearDuplicateOf(other, settings.leastCosine())
                    && one.outcome() == overturned.finding().outcome()
                    && new TreeSet<>(one.policies()).equals(policies(overturned));
            if (alike && reopen(one, overturned)) {
                reopened++;
            }
        }
        return reopened;
    }

    private Set<UUID> candidates(Fingerprint print) {
        var candidates = new LinkedHashSet<UUID>();
        if (print.textHash() != null) {
            candidates.addAll(stored.decidedWithText(print.textHash(), MOST));
        }
        if (print.embedding() != null) {
            neighbourhood
                    .decidedNear(print.embedding(), MOST, settings.leastSimilarity())
                    .forEach(near -> candidates.add(near.item()));
        }
        candidates.addAll(neighbourhood.decidedLike(print.pictures()));
        candidates.remove(print.item());
        return candidates;
    }

    private boolean reopen(StoredPrecedents.Decided one, PastDecision overturned) {
        return precedents
                .reopen(
                        one.item(),
                        tasks.beginRound(one.item()),
                        decisions.involved(one.item()),
                        "Decided like an item whose decision was overturned on appeal.")
                .map(queue -> {
                    audit.append(
                            SELF,
                            "item.reopened",
                            "item",
                            one.item().toString(),
                            Map.of("decision", one.decision(), "overturned", overturned.id()));
                    live.publish("queue.changed", queue, Map.of("queue", queue));
                    return true;
                })
                .orElse(false);
    }

    private static Set<String> policies(PastDecision decision) {
        var policies = new TreeSet<String>();
        decision.finding().violations().stream().map(Violation::policy).forEach(policies::add);
        return policies;
    }
}
