package dev.docket.backend.review;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.queue.HeldTask;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import java.util.Optional;
import java.util.UUID;

/// Takes the answers to golden and calibration tasks, which look like any other and are never
/// acted on. Declared here; the quality module implements it. Every method joins the caller's
/// transaction.
public interface TrialAnswers {
    /// The request has passed every check a live decision passes.
    ///
    /// @param seeming the state in which a live decision like it would be
    /// @return a receipt like that of a live decision, grace time included
    DecisionReceipt answer(Caller.Person person, HeldTask task, DecisionRequest request, DecisionState seeming);

    /// Whether the person gave this answer, undone or not.
    boolean isBy(UUID answer, UUID person);

    /// Takes an answer back within its grace time.
    ///
    /// @return the task to give back; empty when `answer` is none of this person's, or its
    ///     time is over
    Optional<UUID> undo(Caller.Person person, UUID answer);
}
