package dev.docket.client.labels.evaluation;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Page;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.EvaluationView;
import org.jspecify.annotations.Nullable;

/// Evaluations of models on the floor. Every call blocks; each may throw [ApiProblem] when the floor says no, and
/// [Offline] when it cannot be reached.
public interface EvaluationApi {
    /// @throws ApiProblem `not-found` where it was not evaluated yet
    EvaluationView evaluation(String version) throws ApiProblem, Offline;

    /// Asks for it to be evaluated on the test split of a label set.
    JobView evaluate(String version, String labelSet) throws ApiProblem, Offline;

    /// Rows on which a model and people differ, the farthest apart first.
    Page<Disagreement> disagreements(String version, String label, @Nullable String after) throws ApiProblem, Offline;

    /// A whole item, for whoever may see content.
    ItemView item(String itemId) throws ApiProblem, Offline;
}
