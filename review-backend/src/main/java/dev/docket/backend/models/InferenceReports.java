package dev.docket.backend.models;

import dev.docket.backend.models.InferenceFigures.Tier;
import dev.docket.model.ModelDescription;
import dev.docket.model.ocr.TextReader.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Draws up the report on inference.
@Service
public class InferenceReports {
    private final ServingModel texts;
    private final ServingImages images;
    private final ServingOcr ocr;
    private final InferenceFigures figures;

    InferenceReports(ServingModel texts, ServingImages images, ServingOcr ocr, InferenceFigures figures) {
        this.texts = texts;
        this.images = images;
        this.ocr = ocr;
        this.figures = figures;
    }

    public InferenceReport now() {
        var models = new ArrayList<>(List.of(
                model("text", texts.describe(), texts.standing(), texts.leftOut(), figures),
                model("image", images.describe(), images.standing(), images.leftOut(), images.figures())));
        ocr.standing()
                .map(standing ->
                        model("ocr", ocr.describe().map(InferenceReports::reader), standing, Map.of(), ocr.figures()))
                .ifPresent(models::add);
        return new InferenceReport(models);
    }

    private static ModelDescription reader(Description reader) {
        return new ModelDescription(reader.version(), reader.version(), reader.digest(), List.of(), reader.provider());
    }

    private static InferenceReport.Model model(
            String name,
            Optional<ModelDescription> description,
            Standing standing,
            Map<String, String> leftOut,
            InferenceFigures figures) {
        var totals = figures.totals();
        var cache = new InferenceReport.Cache(figures.lookups(Tier.MEMORY), figures.lookups(Tier.TABLE));
        return new InferenceReport.Model(
                name,
                description.map(ModelDescription::version).orElse(null),
                description.map(ModelDescription::encoder).orElse(null),
                description.map(ModelDescription::provider).orElse(null),
                standing.state().name(),
                standing.detail(),
                description.map(ModelDescription::labels).orElse(List.of()),
                description.map(ModelDescription::beside).orElse(List.of()),
                leftOut,
                totals.requests(),
                totals.texts(),
                totals.failures(),
                cache.memory().hits() + cache.table().hits(),
                cache,
                figures.batchSizes(),
                figures.queueWaitMillis(),
                figures.inferenceMillis());
    }
}
