package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.explain.ExplanationApi;
import dev.docket.client.common.media.PictureApi;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.util.List;

/// What the review screen needs of the floor. Every call blocks and belongs on a background thread.
///
/// Each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface ReviewApi extends PictureApi, ExplanationApi {
    List<QueueView> queues() throws ApiProblem, Offline;

    List<Task> claim(ClaimRequest request) throws ApiProblem, Offline;

    /// The task as its holder sees it, with the lease it is held under now.
    Task task(String taskId) throws ApiProblem, Offline;

    RenewResult renew(RenewRequest request) throws ApiProblem, Offline;

    /// Sends a decision; the same key with the same decision is answered the same way however often it is sent.
    DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey) throws ApiProblem, Offline;

    /// What the item's author would read of a decision.
    WrittenNotice notice(String taskId, NoticePreview preview) throws ApiProblem, Offline;

    void skip(String taskId, SkipRequest request) throws ApiProblem, Offline;

    void escalate(String taskId, EscalateRequest request) throws ApiProblem, Offline;

    /// Keeps a task beyond its lease.
    Lease hold(String taskId, HoldRequest request) throws ApiProblem, Offline;

    /// Whom a task may be handed to or asked about; `part` of one of their names, or empty for anybody.
    List<Colleague> colleagues(String taskId, String part) throws ApiProblem, Offline;

    void ask(String taskId, AskRequest request) throws ApiProblem, Offline;

    /// One's own questions of the last day, the newest first.
    List<QuestionView> asked() throws ApiProblem, Offline;

    /// Says that this person has the item before them, and hears who else has.
    Looking looking(String itemId) throws ApiProblem, Offline;

    void undo(String decisionId) throws ApiProblem, Offline;
}
