package dev.docket.backend.classification;

import dev.docket.dto.review.Evidence;
import dev.docket.model.Explanation;
import java.util.LinkedHashMap;
import java.util.Map;

/// The model's explanations as the wire shows them.
final class Explanations {
    private Explanations() {}

    static Map<String, Evidence.Explanation> toWire(Map<String, Explanation> explanations) {
        var wire = new LinkedHashMap<String, Evidence.Explanation>();
        explanations.forEach((label, explanation) -> wire.put(label, toWire(explanation)));
        return wire;
    }

    private static Evidence.Explanation toWire(Explanation explanation) {
        var tokens = explanation.tokens().stream()
                .map(token -> new Evidence.Token(token.start(), token.end(), token.contribution()))
                .toList();
        return new Evidence.Explanation(tokens, explanation.bias(), explanation.logit());
    }
}
