package dev.docket.backend.review;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import java.util.Optional;
import java.util.UUID;

/// Decisions that no claimed task leads to: automation, reversals, waves. They are decisions like any other, in a new
/// round of the item, with audit entry, message, label evidence, grace time and the two-person hold. Every method joins
/// the caller's transaction.
public interface UnclaimedDecisions {
    /// Empty when it must be left to others: somebody holds the item's task or decides it at this moment, a wave's item
    /// was decided meanwhile, or somebody appeals against what this person took part in.
    ///
    /// @param kind AUTOMATION, REVERSAL or WAVE
    Optional<DecisionReceipt> decide(Actor by, UUID item, Finding finding, DecisionKind kind);

    /// For whoever decides many at once, before the first of them.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput when this person may not find that of anything
    void check(Caller.Person person, Finding finding);

    /// Takes a decision back within its grace time, as [DecisionUndone] tells; false once it took effect.
    boolean undo(Actor by, UUID decision);
}
