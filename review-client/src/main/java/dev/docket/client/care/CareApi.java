package dev.docket.client.care;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.care.ExposureView;

/// What the reminder needs of the floor. Blocks, and belongs on a background thread.
public interface CareApi {
    ExposureView exposure() throws ApiProblem, Offline;
}
