package dev.docket.client.common.explain;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.review.ExplanationView;
import org.jspecify.annotations.Nullable;

/// Explanations on request. Every call blocks.
public interface ExplanationApi {
    /// What is known by now; ask again until it is done.
    ///
    /// @param id of the task, or of the item where a screen has no tasks
    /// @param label null for the one that most speaks for the item's being here
    ExplanationView explain(String id, @Nullable String label) throws ApiProblem, Offline;

    /// Nobody waits for it any more.
    void abandonExplanation(String id) throws ApiProblem, Offline;
}
