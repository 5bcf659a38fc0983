package dev.docket.client.supervisor;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.media.PictureApi;
import dev.docket.client.common.pick.ReassignApi;
import dev.docket.dto.enforcement.StrikeProposal;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.Forecast;
import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import dev.docket.dto.quality.AgreementReport;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the supervisor's screen needs of the floor. Every call blocks and belongs on a background thread.
///
/// Each may throw [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface SupervisorApi extends ReassignApi, TruthApi, PictureApi {
    FloorView floor() throws ApiProblem, Offline;

    /// The figures of the last weeks.
    QualityFigures quality() throws ApiProblem, Offline;

    /// Says that an alert was seen; it is not shown any more.
    void acknowledge(String alertId) throws ApiProblem, Offline;

    /// Agreement in full, over the last four weeks.
    ///
    /// @param policy null for all
    AgreementReport agreement(@Nullable String policy) throws ApiProblem, Offline;

    /// Claims the most urgent task that only a supervisor can settle.
    Optional<Task> takeNext() throws ApiProblem, Offline;

    /// The task as its holder sees it.
    Task task(String taskId) throws ApiProblem, Offline;

    /// Holds a task on.
    ///
    /// @return until when, or empty when it is lost
    Optional<Instant> renew(String taskId, long lease) throws ApiProblem, Offline;

    DecisionReceipt decide(String taskId, DecisionRequest decision, String idempotencyKey) throws ApiProblem, Offline;

    void undo(String decisionId) throws ApiProblem, Offline;

    /// Makes the item of a decision golden, with what the decision found as its truth.
    void makeGolden(String decisionId) throws ApiProblem, Offline;

    /// @return how many tasks went
    int move(MoveTasks move) throws ApiProblem, Offline;

    /// @return how many tasks went
    int handOn(HandOn handOn) throws ApiProblem, Offline;

    /// What to expect of each hour of the week.
    Forecast forecast() throws ApiProblem, Offline;

    /// Promises that no task of the queue waits longer before it is late.
    ///
    /// @param minutes 5 to 10,080; null leaves it to the severity
    void promise(String queue, @Nullable Integer minutes) throws ApiProblem, Offline;

    /// The sources that have queues of their own within a policy's.
    List<String> sources(String policy) throws ApiProblem, Offline;

    /// Has queues for these sources and no others; what waits moves at once.
    ///
    /// @return the sources as taken
    List<String> divide(String policy, List<String> sources) throws ApiProblem, Offline;

    /// What authors' strikes propose and nobody has answered, the oldest first.
    List<StrikeProposal> proposals() throws ApiProblem, Offline;

    /// Takes a proposed action.
    ///
    /// @param reasons for the author
    StrikeProposal acceptProposal(String id, String reasons) throws ApiProblem, Offline;

    /// Leaves a proposed action.
    ///
    /// @param reason for colleagues
    StrikeProposal dismissProposal(String id, String reason) throws ApiProblem, Offline;
}
