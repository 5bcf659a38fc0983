package dev.docket.backend.dropin;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Perspective's attributes, and which of our labels each is read from.
///
/// SEVERE_TOXICITY has no label of its own. Perspective meant by it what is hateful or
/// aggressive and not merely rude, so it is the higher of hate and threat, and never more than
/// toxicity.
enum Attribute {
    TOXICITY("toxicity"),
    SEVERE_TOXICITY(
            Set.of("toxicity", "hate", "threat"),
            scores -> Math.min(score(scores, "toxicity"), Math.max(score(scores, "hate"), score(scores, "threat")))),
    IDENTITY_ATTACK("hate"),
    INSULT("harassment"),
    PROFANITY("profanity"),
    THREAT("threat"),
    SEXUALLY_EXPLICIT("sexual"),
    SPAM("spam");

    private final Set<String> labels;
    private final ToDoubleFunction<Map<String, Double>> score;

    Attribute(String label) {
        this(Set.of(label), scores -> score(scores, label));
    }

    Attribute(Set<String> labels, ToDoubleFunction<Map<String, Double>> score) {
        this.labels = labels;
        this.score = score;
    }

    static Optional<Attribute> of(String name) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.name().equals(name))
                .findFirst();
    }

    /// The label that a suggested score of this attribute speaks of; empty where it speaks of
    /// several at once.
    Optional<String> label() {
        return labels.size() == 1 ? labels.stream().findFirst() : Optional.empty();
    }

    /// Empty where no loaded model scores its labels.
    OptionalDouble of(Map<String, Double> scores) {
        return scores.keySet().containsAll(labels)
                ? OptionalDouble.of(score.applyAsDouble(scores))
                : OptionalDouble.empty();
    }

    private static double score(Map<String, Double> scores, String label) {
        return scores.getOrDefault(label, 0.0);
    }
}
