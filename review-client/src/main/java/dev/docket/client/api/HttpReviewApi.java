package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.review.ReviewApi;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.NoticePreview;
import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.queue.AskRequest;
import dev.docket.dto.queue.Asked;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.ClaimedTasks;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.HoldRequest;
import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.queue.Questions;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.ExplanationView;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The review screen's floor, over HTTP.
public final class HttpReviewApi implements ReviewApi {
    private final Floor floor;

    public HttpReviewApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        return floor.list(Paths.QUEUES, QueueView.class);
    }

    @Override
    public List<Task> claim(ClaimRequest request) throws ApiProblem, Offline {
        return floor.post(Paths.CLAIMS, request, ClaimedTasks.class).tasks();
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        return floor.get(Paths.TASKS + "/" + taskId, Task.class);
    }

    @Override
    public RenewResult renew(RenewRequest request) throws ApiProblem, Offline {
        return floor.post(Paths.LEASES_RENEW, request, RenewResult.class);
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey)
            throws ApiProblem, Offline {
        return floor.post(task(taskId, "decision"), decision, DecisionReceipt.class, idempotencyKey);
    }

    @Override
    public WrittenNotice notice(String taskId, NoticePreview preview) throws ApiProblem, Offline {
        return floor.post(Paths.TASKS + "/" + taskId + "/notice", preview, WrittenNotice.class);
    }

    @Override
    public void skip(String taskId, SkipRequest request) throws ApiProblem, Offline {
        floor.post(task(taskId, "skip"), request);
    }

    @Override
    public void escalate(String taskId, EscalateRequest request) throws ApiProblem, Offline {
        floor.post(task(taskId, "escalate"), request);
    }

    @Override
    public Lease hold(String taskId, HoldRequest request) throws ApiProblem, Offline {
        return floor.post(task(taskId, "hold"), request, Lease.class);
    }

    @Override
    public List<Colleague> colleagues(String taskId, String part) throws ApiProblem, Offline {
        return List.of(floor.get(task(taskId, "colleagues"), Map.of("name", part), Colleague[].class));
    }

    @Override
    public void ask(String taskId, AskRequest request) throws ApiProblem, Offline {
        floor.post(task(taskId, "questions"), request, Asked.class);
    }

    @Override
    public List<QuestionView> asked() throws ApiProblem, Offline {
        return floor.get(Paths.MY_QUESTIONS, Questions.class).asked();
    }

    @Override
    public Looking looking(String itemId) throws ApiProblem, Offline {
        return floor.post(Paths.ITEMS + "/" + itemId + "/looking", Map.of(), Looking.class);
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        floor.post(Paths.DECISIONS + "/" + decisionId + "/undo");
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        return floor.picture(itemId, index, side, second);
    }

    @Override
    public ExplanationView explain(String taskId, @Nullable String label) throws ApiProblem, Offline {
        Map<String, String> parameters = label == null ? Map.of() : Map.of("label", label);
        return floor.get(task(taskId, "explanation"), parameters, ExplanationView.class);
    }

    @Override
    public void abandonExplanation(String taskId) throws ApiProblem, Offline {
        floor.delete(task(taskId, "explanation"));
    }

    private static String task(String taskId, String deed) {
        return Paths.TASKS + "/" + taskId + "/" + deed;
    }
}
