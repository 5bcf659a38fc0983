package dev.docket.backend.models;

import dev.docket.backend.models.InferenceFigures.Lookups;
import dev.docket.backend.models.InferenceFigures.Spread;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `GET /api/v1/metrics/ai-inference` answers, an entry for each model.
public record InferenceReport(List<Model> models) {
    /// @param version null while no model is open
    /// @param provider `CPU` or `CUDA`; null while no model is open
    /// @param name `text` or `image`; `ocr` where texts in images are read
    /// @param beside versions that score unseen in the same pass
    /// @param leftOut versions that were to score beside it and do not, with the reason
    /// @param requests calls of the model; `items` the texts or frames in them
    /// @param cacheHits texts whose verdict was kept and not scored again, of both tiers
    /// @param cache each tier of the verdict cache; the table is asked for what memory has not
    public record Model(
            String name,
            @Nullable String version,
            @Nullable String encoder,
            @Nullable String provider,
            String state,
            String detail,
            List<String> labels,
            List<String> beside,
            Map<String, String> leftOut,
            long requests,
            long items,
            long failures,
            long cacheHits,
            Cache cache,
            Spread batchSize,
            Spread queueWaitMs,
            Spread inferenceMs) {}

    /// What was looked for and found since the start.
    public record Cache(Lookups memory, Lookups table) {}
}
