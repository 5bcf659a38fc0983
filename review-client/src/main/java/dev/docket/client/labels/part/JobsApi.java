package dev.docket.client.labels.part;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.jobs.JobView;
import java.util.List;
import java.util.UUID;

/// The floor's long work. Every call blocks.
public interface JobsApi {
    /// The latest ones, the newest first.
    List<JobView> jobs() throws ApiProblem, Offline;

    /// Stops one as soon as it can be stopped.
    void cancel(UUID job) throws ApiProblem, Offline;
}
