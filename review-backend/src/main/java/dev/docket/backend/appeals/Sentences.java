package dev.docket.backend.appeals;

import dev.docket.dto.appeals.AppealDossier.Sentence;
import dev.docket.dto.review.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sentences prepared for the reasons of an answer, from the bundle `sentence`: `any.OUTCOME.N` fits every policy,
/// `POLICY.OUTCOME.N` one of them.
@Component
class Sentences {
    private static final String BUNDLE = "dev.docket.backend.appeals.sentence";
    private static final String ANY = "any";
    private static final Map<String, Locale> WRITTEN = Map.of("en", Locale.ENGLISH, "de", Locale.GERMAN);

    /// Those of these policies first, then what fits any.
    ///
    /// @param language BCP 47; English where there are none in it
    List<Sentence> of(Collection<String> policies, String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("-", 2)[0];
        var bundle = ResourceBundle.getBundle(
                BUNDLE,
                WRITTEN.getOrDefault(primary, Locale.ENGLISH),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return Stream.concat(policies.stream().distinct(), Stream.of(ANY))
                .flatMap(policy -> under(bundle, policy))
                .toList();
    }

    private static Stream<Sentence> under(ResourceBundle bundle, String policy) {
        return bundle.keySet().stream()
                .filter(key -> key.startsWith(policy + "."))
                .sorted()
                .map(key -> new Sentence(named(policy), outcome(key), bundle.getString(key)));
    }

    private static @Nullable String named(String policy) {
        return policy.equals(ANY) ? null : policy;
    }

    private static Outcome outcome(String key) {
        return Outcome.valueOf(key.split("\\.")[1].toUpperCase(Locale.ROOT));
    }
}
