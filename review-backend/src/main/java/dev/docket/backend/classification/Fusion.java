package dev.docket.backend.classification;

import dev.docket.backend.classification.media.MediaPart;
import dev.docket.dto.review.Evidence;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import dev.docket.model.image.ActivationMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The scores of all parts of an item as one: each label's worst, with the part that it comes
/// from. Scores are calibrated, so those of a text and of an image can be compared.
final class Fusion {
    private static final String TEXT = "/text";
    private static final String MEDIA = "/media/";

    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Map<String, String> versions = new LinkedHashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private final Map<String, Evidence.Explanation> explanations;

    private Fusion(Map<String, Evidence.Explanation> explanations) {
        this.explanations = explanations;
    }

    /// Where a label's score comes from.
    ///
    /// @param part as a pointer into the item
    record Origin(String part, @Nullable Double second) {}

    static Fusion of(TextScores text) {
        var fusion = new Fusion(new LinkedHashMap<>(Explanations.toWire(text.explanations())));
        for (LabelScore score : text.scores()) {
            fusion.values.put(score.label(), score.score());
            fusion.versions.put(score.label(), score.modelVersion());
        }
        return fusion;
    }

    /// @param text null where there is none that was scored
    static Fusion of(@Nullable TextScores text, List<MediaPart> media) {
        var fusion = text == null ? new Fusion(new LinkedHashMap<>()) : of(text);
        if (!media.isEmpty()) {
            fusion.values.keySet().forEach(label -> fusion.origins.put(label, new Origin(TEXT, null)));
        }
        media.forEach(fusion::add);
        return fusion;
    }

    private void add(MediaPart part) {
        part.worst().forEach((label, worst) -> {
            Double known = values.get(label);
            if (known == null || worst.score() > known) {
                values.put(label, worst.score());
                versions.put(label, worst.modelVersion());
                origins.put(label, new Origin(MEDIA + part.index(), worst.second()));
                explain(label, part.maps().get(label));
            }
        });
        var writing = part.writing();
        if (writing != null && writing.scores() != null) {
            writing.scores().scores().forEach(score -> add(score, writingIn(part.index())));
        }
    }

    /// Its words are explained beside the image: places in the item's own text are something else.
    private void add(LabelScore read, String origin) {
        Double known = values.get(read.label());
        if (known == null || read.score() > known) {
            values.put(read.label(), read.score());
            versions.put(read.label(), read.modelVersion());
            origins.put(read.label(), new Origin(origin, null));
            explanations.remove(read.label());
        }
    }

    /// Names the text in one of the item's images.
    static String writingIn(int index) {
        return MEDIA + index + TEXT;
    }

    private void explain(String label, @Nullable ActivationMap map) {
        explanations.remove(label);
        if (map != null) {
            explanations.put(label, new Evidence.Explanation(List.of(), map.bias(), map.logit(), wire(map)));
        }
    }

    static Evidence.ActivationMap wire(ActivationMap map) {
        var cells = new ArrayList<Double>(map.cells().length);
        for (float cell : map.cells()) {
            // Four digits draw the same picture as all of them.
            cells.add(Math.round(cell * 10_000) / 10_000.0);
        }
        return new Evidence.ActivationMap(map.columns(), map.rows(), cells);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Map<String, Double> values() {
        return values;
    }

    /// Label to model version.
    Map<String, String> versions() {
        return versions;
    }

    Map<String, Evidence.Explanation> explanations() {
        return explanations;
    }

    Evidence.Score marked(Evidence.Score score) {
        var origin = origins.get(score.label());
        return origin == null
                ? score
                : new Evidence.Score(
                        score.label(),
                        score.score(),
                        score.reviewThreshold(),
                        score.actThreshold(),
                        score.flagged(),
                        score.modelVersion(),
                        origin.part(),
                        origin.second());
    }
}
