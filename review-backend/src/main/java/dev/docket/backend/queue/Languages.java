package dev.docket.backend.queue;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Languages as queues compare them: by primary subtag (RFC 5646), so that pt-BR is read by whoever reads pt.
final class Languages {
    static final String UNKNOWN = "und";
    private static final String ANY = "*";

    private Languages() {}

    static String primary(@Nullable String tag) {
        if (tag == null || tag.isBlank()) {
            return UNKNOWN;
        }
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }

    static boolean readsAny(Set<String> languages) {
        return languages.contains(ANY);
    }

    /// What a person reads, with items of unknown language, which anybody may be shown.
    static Set<String> readBy(Set<String> languages) {
        var read = languages.stream().map(Languages::primary).collect(Collectors.toSet());
        read.add(UNKNOWN);
        return read;
    }
}
