package dev.docket.backend.dropin;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// OpenAI's categories, and which of our labels each is read from.
///
/// "A/threatening" is A together with a threat: the lower of the two scores, because both must
/// hold and no model scores them together. A category without labels is one that none of our
/// labels speaks of; it is never guessed from a neighbour, since `sexual` says nothing of
/// somebody's age.
enum Category {
    HARASSMENT("harassment", "harassment"),
    HARASSMENT_THREATENING("harassment/threatening", "harassment", "threat"),
    HATE("hate", "hate"),
    HATE_THREATENING("hate/threatening", "hate", "threat"),
    ILLICIT("illicit"),
    ILLICIT_VIOLENT("illicit/violent"),
    SELF_HARM("self-harm", "self_harm"),
    SELF_HARM_INTENT("self-harm/intent"),
    SELF_HARM_INSTRUCTIONS("self-harm/instructions"),
    SEXUAL("sexual", "sexual"),
    SEXUAL_MINORS("sexual/minors"),
    VIOLENCE("violence", "threat"),
    VIOLENCE_GRAPHIC("violence/graphic");

    private final String wire;
    private final List<String> labels;

    Category(String wire, String... labels) {
        this.wire = wire;
        this.labels = List.of(labels);
    }

    String wire() {
        return wire;
    }

    /// The lowest of what `scoreOf` says of its labels; empty where a label has no score, or
    /// there is no label.
    OptionalDouble of(Function<String, OptionalDouble> scoreOf) {
        var scores = labels.stream().map(scoreOf).toList();
        return scores.stream().allMatch(OptionalDouble::isPresent)
                ? scores.stream().mapToDouble(OptionalDouble::getAsDouble).min()
                : OptionalDouble.empty();
    }

    /// Whether every one of its labels is flagged.
    boolean isFlagged(Function<String, Boolean> flagged) {
        return !labels.isEmpty() && labels.stream().allMatch(flagged::apply);
    }
}
