package dev.docket.backend.classification;

import dev.docket.backend.intake.Item;
import dev.docket.model.TextScores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Those scores of an item that count: the champion's, unless another model scored beside it and a rule says otherwise.
@Component
class Counting {
    private final ObjectProvider<CountingScores> rule;

    Counting(ObjectProvider<CountingScores> rule) {
        this.rule = rule;
    }

    TextScores of(Item item, TextScores scores) {
        var known = rule.getIfAvailable();
        return known == null || scores.beside().isEmpty() ? scores : known.of(item.id(), scores);
    }
}
