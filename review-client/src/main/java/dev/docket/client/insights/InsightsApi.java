package dev.docket.client.insights;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.insights.Insight;

/// What the panels need of the floor. Blocks, and belongs on a background thread.
public interface InsightsApi {
    /// What one panel draws, of the last `days`.
    Insight panel(String name, int days) throws ApiProblem, Offline;
}
