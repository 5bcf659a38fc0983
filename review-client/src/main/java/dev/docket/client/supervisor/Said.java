package dev.docket.client.supervisor;

import java.util.List;

/// One line about what was just done.
///
/// @param key of the text
public record Said(String key, List<Object> arguments) {
    Said(String key, Object... arguments) {
        this(key, List.of(arguments));
    }
}
