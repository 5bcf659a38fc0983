package dev.docket.backend.classification;

import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.classification.media.MediaPart.Writing;
import dev.docket.backend.filters.PartText;
import dev.docket.model.TextScores;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Has the text that was read in images scored as any other text is.
///
/// A text at which the models fail leaves what was seen of its image as it is, and is said: a person reads it.
@Component
class Writings {
    private final Verdicts verdicts;

    Writings(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /// The same parts, with what the text models say of the texts in them.
    List<MediaPart> score(List<MediaPart> parts, boolean explain) {
        var texts = parts.stream()
                .filter(Writings::hasText)
                .map(part -> Objects.requireNonNull(part.writing()).text())
                .toList();
        if (texts.isEmpty()) {
            return parts;
        }
        var findings = verdicts.score(texts, explain).iterator();
        return parts.stream()
                .map(part -> hasText(part) ? changed(part, writing -> with(writing, findings.next())) : part)
                .toList();
    }

    private static Writing with(Writing writing, Finding finding) {
        return finding instanceof Scored(var scores)
                ? writing.scored(scores)
                : writing.failed("The model fails at it, or was not available.");
    }

    /// The same parts, where other scores count than were computed.
    static List<MediaPart> counted(List<MediaPart> parts, UnaryOperator<TextScores> rule) {
        return parts.stream()
                .map(part -> {
                    var writing = part.writing();
                    return writing == null || writing.scores() == null
                            ? part
                            : part.with(writing.scored(rule.apply(writing.scores())));
                })
                .toList();
    }

    /// For the filters of texts.
    static List<PartText> texts(List<MediaPart> parts) {
        return IntStream.range(0, parts.size())
                .mapToObj(parts::get)
                .filter(Writings::hasText)
                .map(part -> new PartText(
                        Fusion.writingIn(part.index()),
                        Objects.requireNonNull(part.writing()).text()))
                .toList();
    }

    private static MediaPart changed(MediaPart part, UnaryOperator<Writing> change) {
        return part.with(change.apply(Objects.requireNonNull(part.writing())));
    }

    private static boolean hasText(MediaPart part) {
        var writing = part.writing();
        return writing != null && !writing.read().lines().isEmpty();
    }
}
