package dev.docket.client.common.pick;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import java.util.List;

/// What reassigning one task needs of the floor. Blocks, and belongs on a background thread.
public interface ReassignApi {
    /// Where tasks may wait.
    List<QueueView> queues() throws ApiProblem, Offline;

    /// Those with `part` in their names who could take the task.
    List<Colleague> receivers(String taskId, String part) throws ApiProblem, Offline;

    void reassign(String taskId, ReassignRequest request) throws ApiProblem, Offline;
}
