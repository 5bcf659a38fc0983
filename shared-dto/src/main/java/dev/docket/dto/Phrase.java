package dev.docket.dto;

import java.util.Map;

/// A sentence of the floor as a code and the numbers in it, beside its English, for programs that say it in another
/// language.
///
/// @param code never changes its meaning, such as `gate.nulls`
/// @param values what the sentence counts; those whose name begins with `share` are of 0..1
public record Phrase(String code, Map<String, Double> values) {
    public Phrase(String code) {
        this(code, Map.of());
    }
}
