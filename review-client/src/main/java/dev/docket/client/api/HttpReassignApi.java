package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.pick.ReassignApi;
import dev.docket.dto.Paths;
import dev.docket.dto.queue.Colleague;
import dev.docket.dto.queue.QueueView;
import dev.docket.dto.queue.ReassignRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reassigns single tasks, over HTTP.
final class HttpReassignApi implements ReassignApi {
    private final Floor floor;

    HttpReassignApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<QueueView> queues() throws ApiProblem, Offline {
        return floor.list(Paths.QUEUES, QueueView.class);
    }

    @Override
    public List<Colleague> receivers(String taskId, String part) throws ApiProblem, Offline {
        return Arrays.asList(
                floor.get(Paths.TASKS + "/" + taskId + "/colleagues", Map.of("name", part), Colleague[].class));
    }

    @Override
    public void reassign(String taskId, ReassignRequest request) throws ApiProblem, Offline {
        floor.post(Paths.TASKS + "/" + taskId + "/reassign", request);
    }
}
