package dev.docket.backend.models;

import dev.docket.backend.models.InferenceFigures.Spread;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `GET /api/v1/metrics/ai-inference` answers, an entry for each model.
public record InferenceReport(List<Model> models) {
    /// @param version null while no model is open
    /// @param provider `CPU` or `CUDA`; null while no model is open
    /// @param requests calls of the model; `items` the texts in them
    /// @param cacheHits verdicts reused instead of scored again; 0 while there is no such cache
    public record Model(
            String name,
            @Nullable String version,
            @Nullable String encoder,
            @Nullable String provider,
            String state,
            String detail,
            List<String> labels,
            long requests,
            long items,
            long failures,
            long cacheHits,
            Spread batchSize,
            Spread queueWaitMs,
            Spread inferenceMs) {}
}
