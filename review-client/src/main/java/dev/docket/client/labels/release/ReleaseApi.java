package dev.docket.client.labels.release;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.ShadowView;

/// A model's way to the champion's place, on the floor. Every call blocks; each may throw [ApiProblem] when the floor
/// says no, and [Offline] when it cannot be reached.
public interface ReleaseApi {
    /// Lets it score beside the champion, unseen.
    ModelView shadow(String version) throws ApiProblem, Offline;

    ModelView approve(String version) throws ApiProblem, Offline;

    /// Lets it take its next step.
    ModelView promote(String version) throws ApiProblem, Offline;

    /// @param reason for those who read it later; may be empty
    ModelView rollBack(String version, String reason) throws ApiProblem, Offline;

    /// What it said beside the champion, against what people found.
    ShadowView compared(String version) throws ApiProblem, Offline;

    /// All its gates, measured anew.
    GatesView gates(String version) throws ApiProblem, Offline;

    /// Scores what waits for people anew, by the champion of now.
    JobView rescore() throws ApiProblem, Offline;
}
