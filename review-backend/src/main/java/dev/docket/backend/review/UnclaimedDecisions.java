package dev.docket.backend.review;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionReceipt;
import java.util.List;
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

    /// The same after others have judged the item too, without knowing of each other: what always wants two people
    /// waits for no further look where one of them found as much.
    Optional<DecisionReceipt> decide(Actor by, UUID item, Finding finding, DecisionKind kind, List<Finding> others);

    /// Whether somebody else has to judge it as well: always at severity 4 and for what cannot be made good, else for
    /// the share of decisions that is drawn for a second look.
    boolean wantsSecond(Caller.Person person, Finding finding);

    /// What both found, where they found the same: of severities that differ by a step the lower one, so that nobody
    /// bears more than two people found; the first one's actions, and their reasons if they gave any. Empty
    /// where they differ.
    Optional<Finding> agreed(Finding first, Finding second);

    /// Whether somebody else found as much as what always wants two people.
    boolean isBacked(Finding finding, List<Finding> others);

    /// For whoever decides many at once, before the first of them.
    ///
    /// @throws dev.docket.backend.platform.InvalidInput when this person may not find that of anything
    void check(Caller.Person person, Finding finding);

    /// Takes a decision back within its grace time, as [DecisionUndone] tells; false once it took effect.
    boolean undo(Actor by, UUID decision);
}
