package dev.docket.client.api;

import dev.docket.client.appeals.AppealsApi;
import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Paths;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.ClaimedTasks;
import dev.docket.dto.queue.PutDownRequest;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.queue.RenewResult;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Task;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The appeals screen's floor, over HTTP.
public final class HttpAppealsApi implements AppealsApi {
    private static final String QUEUE = "appeals";

    private final Floor floor;

    public HttpAppealsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public AppealBoard board(ZoneId zone) throws ApiProblem, Offline {
        return floor.get(Paths.APPEALS, Map.of("zone", zone.getId()), AppealBoard.class);
    }

    @Override
    public Optional<Task> takeNext() throws ApiProblem, Offline {
        return floor.post(Paths.CLAIMS, new ClaimRequest(List.of(QUEUE), 1), ClaimedTasks.class).tasks().stream()
                .findFirst();
    }

    @Override
    public Task task(String taskId) throws ApiProblem, Offline {
        return floor.get(Paths.TASKS + "/" + taskId, Task.class);
    }

    @Override
    public AppealDossier dossier(String appealId) throws ApiProblem, Offline {
        return floor.get(appeal(appealId, "dossier"), AppealDossier.class);
    }

    @Override
    public AppealDossier reveal(String appealId, ProvisionalFinding finding) throws ApiProblem, Offline {
        return floor.post(appeal(appealId, "reveal"), finding, AppealDossier.class);
    }

    @Override
    public Notice preview(String appealId, NoticeRequest request) throws ApiProblem, Offline {
        return floor.post(appeal(appealId, "notice"), request, Notice.class);
    }

    @Override
    public Optional<Lease> renew(String taskId, long number) throws ApiProblem, Offline {
        var request = new RenewRequest(List.of(new RenewRequest.Held(taskId, number)));
        return floor.post(Paths.LEASES_RENEW, request, RenewResult.class).held().stream()
                .map(held -> new Lease(held.number(), held.until()))
                .findFirst();
    }

    @Override
    public DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey)
            throws ApiProblem, Offline {
        return floor.post(Paths.TASKS + "/" + taskId + "/decision", decision, DecisionReceipt.class, idempotencyKey);
    }

    @Override
    public void putDown(String taskId, long lease) throws ApiProblem, Offline {
        floor.post(Paths.TASKS + "/" + taskId + "/put-down", new PutDownRequest(lease));
    }

    @Override
    public void undo(String decisionId) throws ApiProblem, Offline {
        floor.post(Paths.DECISIONS + "/" + decisionId + "/undo");
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) throws ApiProblem, Offline {
        return floor.picture(itemId, index, side, second);
    }

    private static String appeal(String id, String part) {
        return Paths.APPEALS + "/" + id + "/" + part;
    }
}
