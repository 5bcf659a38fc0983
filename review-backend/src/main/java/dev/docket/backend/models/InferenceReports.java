package dev.docket.backend.models;

import dev.docket.backend.models.InferenceFigures.Tier;
import dev.docket.model.ModelDescription;
import java.util.List;
import org.springframework.stereotype.Service;

/// Draws up the report on inference.
@Service
public class InferenceReports {
    private final ServingModel model;
    private final InferenceFigures figures;

    InferenceReports(ServingModel model, InferenceFigures figures) {
        this.model = model;
        this.figures = figures;
    }

    public InferenceReport now() {
        var description = model.describe();
        var standing = model.standing();
        var totals = figures.totals();
        var cache = new InferenceReport.Cache(figures.lookups(Tier.MEMORY), figures.lookups(Tier.TABLE));
        return new InferenceReport(List.of(new InferenceReport.Model(
                "text",
                description.map(ModelDescription::version).orElse(null),
                description.map(ModelDescription::encoder).orElse(null),
                description.map(ModelDescription::provider).orElse(null),
                standing.state().name(),
                standing.detail(),
                description.map(ModelDescription::labels).orElse(List.of()),
                totals.requests(),
                totals.texts(),
                totals.failures(),
                cache.memory().hits() + cache.table().hits(),
                cache,
                figures.batchSizes(),
                figures.queueWaitMillis(),
                figures.inferenceMillis())));
    }
}
