package dev.docket.backend.classification;

import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.intake.Item;
import dev.docket.model.TextScores;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Those scores of an item that count: the champion's, unless another model scored beside it and a rule says otherwise.
@Component
class Counting {
    private final ObjectProvider<CountingScores> rule;

    Counting(ObjectProvider<CountingScores> rule) {
        this.rule = rule;
    }

    List<MediaPart> of(Item item, List<MediaPart> media) {
        var known = media.isEmpty() ? null : rule.getIfAvailable();
        var version = known == null ? Optional.<String>empty() : known.ofMedia(item.id());
        return version.map(its -> media.stream().map(part -> part.counting(its)).toList())
                .orElse(media);
    }

    TextScores of(Item item, TextScores scores) {
        var known = rule.getIfAvailable();
        return known == null || scores.beside().isEmpty() ? scores : known.of(item.id(), scores);
    }
}
