package dev.docket.client.labels.training;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.models.TrainingRunView;

/// Training on the floor. Every call blocks; each may throw [ApiProblem] when the floor says no, and [Offline] when
/// it cannot be reached.
public interface TrainingApi {
    /// Asks for heads to be trained.
    JobView train(TrainRequest request) throws ApiProblem, Offline;

    /// What was done to make a model.
    TrainingRunView run(String modelVersion) throws ApiProblem, Offline;
}
