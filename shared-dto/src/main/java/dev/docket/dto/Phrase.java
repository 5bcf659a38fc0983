package dev.docket.dto;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sentence of the floor as a code and what it speaks of, beside its English, for programs that say it in another
/// language.
///
/// @param code never changes its meaning, such as `gate.nulls`
/// @param values what the sentence counts; those whose name begins with `share` are of 0..1, those that begin with
///     `figure` are no counts
/// @param names what the sentence names by a key that programs have words for, such as `label` or `language`
public record Phrase(String code, Map<String, Double> values, Map<String, String> names) {
    /// Phrases that were kept before there were names have none.
    public Phrase(String code, Map<String, Double> values, @Nullable Map<String, String> names) {
        this.code = code;
        this.values = values;
        this.names = names == null ? Map.of() : names;
    }

    public Phrase(String code, Map<String, Double> values) {
        this(code, values, Map.of());
    }

    public Phrase(String code) {
        this(code, Map.of());
    }
}
