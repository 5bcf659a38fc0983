package dev.docket.client.labels.part;

import dev.docket.dto.Phrase;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Phrases as live events bring them.
final class Phrases {
    private Phrases() {}

    /// Null for anything that is not one.
    static @Nullable Phrase of(@Nullable Object told) {
        if (!(told instanceof Map<?, ?> members) || !(members.get("code") instanceof String code)) {
            return null;
        }
        var values = new TreeMap<String, Double>();
        var names = new TreeMap<String, String>();
        if (members.get("values") instanceof Map<?, ?> counted) {
            counted.forEach((name, value) -> {
                if (value instanceof Number number) {
                    values.put(String.valueOf(name), number.doubleValue());
                }
            });
        }
        if (members.get("names") instanceof Map<?, ?> named) {
            named.forEach((name, key) -> names.put(String.valueOf(name), String.valueOf(key)));
        }
        return new Phrase(code, values, names);
    }
}
