package dev.docket.backend.classification.verdict;

import dev.docket.backend.policy.Policy;
import dev.docket.model.ModelDescription;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Under what a verdict was given. Under any other it is none.
///
/// Scores depend on the text and the models alone. Policies are in here so that a change of the
/// rules begins with a clean sheet, not because a score could tell one policy from another.
///
/// @param models what scored, where, reading how much of a long text, and what scored beside it
/// @param policies every policy's version
public record Basis(String models, String policies) {
    public static Basis of(ModelDescription model, Collection<Policy> policies) {
        return new Basis(
                Stream.concat(
                                Stream.of(model.version(), model.encoderSha256(), model.provider(), model.reading()),
                                model.beside().stream().sorted().map(version -> "+" + version))
                        .collect(Collectors.joining(" ")),
                policies.stream()
                        .map(policy -> policy.key() + "=" + policy.version())
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }
}
