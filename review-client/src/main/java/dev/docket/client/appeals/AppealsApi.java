package dev.docket.client.appeals;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.media.PictureApi;
import dev.docket.dto.appeals.AppealBoard;
import dev.docket.dto.appeals.AppealDossier;
import dev.docket.dto.appeals.Notice;
import dev.docket.dto.appeals.NoticeRequest;
import dev.docket.dto.appeals.ProvisionalFinding;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Task;
import java.time.ZoneId;
import java.util.Optional;

/// What the appeals screen asks of the floor. Every call blocks.
public interface AppealsApi extends PictureApi {
    /// @param zone whose days and weeks count
    AppealBoard board(ZoneId zone) throws ApiProblem, Offline;

    /// Claims the most urgent appeal that this person may take.
    Optional<Task> takeNext() throws ApiProblem, Offline;

    Task task(String taskId) throws ApiProblem, Offline;

    AppealDossier dossier(String appealId) throws ApiProblem, Offline;

    AppealDossier reveal(String appealId, ProvisionalFinding finding) throws ApiProblem, Offline;

    Notice preview(String appealId, NoticeRequest request) throws ApiProblem, Offline;

    /// @return the prolonged lease; empty when it is lost
    Optional<Lease> renew(String taskId, long number) throws ApiProblem, Offline;

    DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey) throws ApiProblem, Offline;

    /// Gives the task back, for anybody who may take it.
    void putDown(String taskId, long lease) throws ApiProblem, Offline;

    void undo(String decisionId) throws ApiProblem, Offline;
}
