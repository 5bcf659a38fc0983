package dev.docket.client.labels.models;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.models.ModelView;
import java.util.List;

/// The floor's registry of models. Every call blocks and belongs on a background thread; each may throw
/// [ApiProblem] when the floor says no, and [Offline] when it cannot be reached.
public interface ModelsApi {
    /// The newest first.
    List<ModelView> models() throws ApiProblem, Offline;
}
