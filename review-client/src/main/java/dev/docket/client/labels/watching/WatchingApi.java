package dev.docket.client.labels.watching;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.WatchSettings;

/// What the floor watches of the models that serve. Every call blocks; each may throw [ApiProblem] when the floor says
/// no, and [Offline] when it cannot be reached.
public interface WatchingApi {
    DriftView drift() throws ApiProblem, Offline;

    /// Measures drift anew.
    JobView measureDrift() throws ApiProblem, Offline;

    /// Says that somebody saw to a proposal to retrain.
    DriftView.Proposal settle(String proposalId) throws ApiProblem, Offline;

    /// On how many tasks scores are withheld, and how much of the queues is explored.
    WatchSettings settings() throws ApiProblem, Offline;

    WatchSettings set(WatchSettings wanted) throws ApiProblem, Offline;

    /// What one panel draws, of the last `days`.
    Insight panel(String name, int days) throws ApiProblem, Offline;
}
