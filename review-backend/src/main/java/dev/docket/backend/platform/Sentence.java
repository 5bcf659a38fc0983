package dev.docket.backend.platform;

import dev.docket.dto.Phrase;
import java.util.Map;

/// What the floor has to say: in English, and as a phrase for programs that speak another language.
public record Sentence(String english, Phrase phrase) {
    /// One that counts and names nothing.
    public static Sentence of(String code, String english) {
        return new Sentence(english, new Phrase(code));
    }

    /// One that counts.
    public static Sentence of(String code, String english, Map<String, Double> values) {
        return new Sentence(english, new Phrase(code, values));
    }
}
