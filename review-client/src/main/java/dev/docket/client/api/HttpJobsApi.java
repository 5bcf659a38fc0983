package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.labels.part.JobsApi;
import dev.docket.dto.Paths;
import dev.docket.dto.jobs.JobView;
import java.util.List;
import java.util.UUID;

/// The floor's long work, over HTTP.
public final class HttpJobsApi implements JobsApi {
    private final Floor floor;

    public HttpJobsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public List<JobView> jobs() throws ApiProblem, Offline {
        return floor.page(Paths.JOBS, JobView.class).items();
    }

    @Override
    public void cancel(UUID job) throws ApiProblem, Offline {
        floor.delete(Paths.JOBS + "/" + job);
    }
}
