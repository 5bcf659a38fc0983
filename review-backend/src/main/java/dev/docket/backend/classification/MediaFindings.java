package dev.docket.backend.classification;

import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.classification.media.MediaPart.Moment;
import dev.docket.backend.classification.media.MediaPart.Writing;
import dev.docket.backend.policy.Routing.Flag;
import dev.docket.dto.review.Evidence;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the models said of each image and video, as a task shows it.
///
/// Of a video every flagged second is kept, up to a minute of the worst, and some others spread over it, so that a
/// filmstrip can be drawn: ten minutes of scores would be more than anybody looks at.
final class MediaFindings {
    private static final int MOST_FLAGGED = 60;
    private static final int SPREAD = 24;
    private static final int MOST_EXPLAINED = 3;

    private final Map<String, Double> thresholds;

    /// @param flags every label beside the lowest threshold for review
    MediaFindings(List<Flag> flags) {
        this.thresholds = flags.stream()
                .filter(flag -> flag.reviewThreshold() != null)
                .collect(Collectors.toMap(Flag::label, flag -> {
                    Double threshold = flag.reviewThreshold();
                    return threshold == null ? 1.0 : threshold;
                }));
    }

    List<Evidence.MediaFinding> of(List<MediaPart> parts) {
        return parts.stream().map(this::of).toList();
    }

    private Evidence.MediaFinding of(MediaPart part) {
        var scores = part.worst().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Evidence.PartScore(
                        entry.getKey(),
                        entry.getValue().score(),
                        isFlagged(entry.getKey(), entry.getValue().score()),
                        entry.getValue().second()))
                .toList();
        var maps = new LinkedHashMap<String, Evidence.ActivationMap>();
        part.maps().forEach((label, map) -> maps.put(label, Fusion.wire(map)));
        return new Evidence.MediaFinding(
                part.index(),
                part.kind(),
                part.fault() != null,
                part.fault(),
                scores,
                maps,
                seconds(part.moments()),
                text(part));
    }

    private Evidence.@Nullable PictureText text(MediaPart part) {
        var writing = part.writing();
        if (writing == null) {
            return null;
        }
        var scores = writing.scores();
        return new Evidence.PictureText(
                writing.text(),
                lines(writing),
                scores == null ? List.of() : scores(scores),
                scores == null ? Map.of() : kept(scores),
                writing.reader(),
                writing.fault());
    }

    /// Where the pieces stand in the text that [dev.docket.model.ocr.PictureText#text] makes of them: one after the
    /// other, with one character between.
    private static List<Evidence.TextLine> lines(Writing writing) {
        var lines = new ArrayList<Evidence.TextLine>();
        int start = 0;
        for (var line : writing.read().lines()) {
            int end = start + line.text().length();
            lines.add(new Evidence.TextLine(start, end, line.score(), line.corners()));
            start = end + 1;
        }
        return lines;
    }

    private List<Evidence.PartScore> scores(TextScores scores) {
        return scores.scores().stream()
                .sorted(Comparator.comparing(LabelScore::label))
                .map(score -> new Evidence.PartScore(
                        score.label(), score.score(), isFlagged(score.label(), score.score()), null))
                .toList();
    }

    /// As of an item's own text: of the flagged labels and the three highest.
    private Map<String, Evidence.Explanation> kept(TextScores scores) {
        var kept = new LinkedHashMap<>(Explanations.toWire(scores.explanations()));
        var worstFirst = new ArrayList<>(scores.scores());
        worstFirst.sort(Comparator.comparingDouble(LabelScore::score).reversed());
        var wanted = new HashSet<String>();
        for (var score : worstFirst) {
            if (wanted.size() < MOST_EXPLAINED || isFlagged(score.label(), score.score())) {
                wanted.add(score.label());
            }
        }
        kept.keySet().retainAll(wanted);
        return kept;
    }

    private List<Evidence.Second> seconds(List<Moment> moments) {
        var flagged = moments.stream()
                .filter(this::isFlagged)
                .sorted(Comparator.comparingDouble(MediaFindings::worst).reversed())
                .limit(MOST_FLAGGED)
                .toList();
        var kept = new ArrayList<>(flagged);
        int step = Math.max(1, (moments.size() + SPREAD - 1) / SPREAD);
        for (int i = 0; i < moments.size(); i += step) {
            if (!kept.contains(moments.get(i))) {
                kept.add(moments.get(i));
            }
        }
        return kept.stream()
                .sorted(Comparator.comparingDouble(Moment::second))
                .map(moment -> new Evidence.Second(moment.second(), moment.scores(), isFlagged(moment)))
                .toList();
    }

    private boolean isFlagged(Moment moment) {
        return moment.scores().entrySet().stream().anyMatch(score -> isFlagged(score.getKey(), score.getValue()));
    }

    private boolean isFlagged(String label, double score) {
        return score >= thresholds.getOrDefault(label, Double.POSITIVE_INFINITY);
    }

    private static double worst(Moment moment) {
        return moment.scores().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
