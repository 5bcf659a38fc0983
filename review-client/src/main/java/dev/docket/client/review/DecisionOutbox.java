package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;

/// Decisions on their way to the floor.
///
/// [#submit] returns only when the decision is on disk, so the screen may move on; sending happens behind it, in
/// order, through crashes and outages. Call on the FX thread; listeners are told on the FX thread.
public interface DecisionOutbox {
    /// Writes the decision to the journal (flushed) and queues it for sending.
    ///
    /// @return the idempotency key under which it travels
    /// @throws java.io.UncheckedIOException when the journal cannot be written; the decision is then not taken
    String submit(String taskId, DecisionRequest decision);

    /// Takes back a decision that has not been sent yet.
    ///
    /// @return false when it is already on its way, and an undo must go to the floor
    boolean withdraw(String idempotencyKey);

    /// How many decisions are journalled and not yet acknowledged.
    ReadOnlyIntegerProperty pending();

    /// Told for each acknowledged decision, with its key.
    void onReceipt(BiConsumer<String, DecisionReceipt> listener);

    /// Told when the floor refused a decision for good (`lease-lost`, `already-decided`, ...), with its key.
    /// What was decided stays in the journal's conflict list for the person to see.
    void onRefused(BiConsumer<String, ApiProblem> listener);
}
