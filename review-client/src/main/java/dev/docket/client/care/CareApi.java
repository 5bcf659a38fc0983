package dev.docket.client.care;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureView;

/// What one's own exposure needs of the floor. Blocks, and belongs on a background thread.
public interface CareApi {
    ExposureView exposure() throws ApiProblem, Offline;

    /// Keeps how the person wants to be looked after.
    CareSettings keep(CareSettings settings) throws ApiProblem, Offline;
}
