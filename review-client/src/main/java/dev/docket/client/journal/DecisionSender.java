package dev.docket.client.journal;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;

/// The way a decision takes to the floor. Blocks; the same key is answered the same way however often it is sent.
@FunctionalInterface
public interface DecisionSender {
    DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey) throws ApiProblem, Offline;
}
