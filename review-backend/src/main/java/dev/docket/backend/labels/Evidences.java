package dev.docket.backend.labels;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.backend.review.PastDecision;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what a decision teaches, in the deciding transaction, beside what the models had said and how the item came
/// to be looked at: without those nobody could tell later whether people agreed with a model or followed it.
@Component
class Evidences {
    private final StoredEvidence stored;
    private final Policies policies;
    private final ObjectProvider<HiddenScores> hidden;

    Evidences(StoredEvidence stored, Policies policies, ObjectProvider<HiddenScores> hidden) {
        this.stored = stored;
        this.policies = policies;
        this.hidden = hidden;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionRecorded recorded) {
        var decision = recorded.decision();
        var found = decision.finding();
        var labels = Finding.of(found.outcome(), found.violations(), policies.all());
        if (!labels.isEmpty()) {
            stored.insert(new StoredEvidence.Row(
                    decision.id(),
                    decision.item(),
                    decision.decidedAt(),
                    labels,
                    decision.policyVersions(),
                    saw(decision)));
        }
    }

    /// Whoever decides without a task, on many items at once, is shown their scores like
    /// anybody else; the machine goes by them.
    private boolean saw(PastDecision decision) {
        var task = decision.task();
        return task == null || hidden.stream().noneMatch(one -> one.hidden(task));
    }
}
