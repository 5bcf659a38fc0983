package dev.docket.client.labels.evaluation;

import java.util.Locale;

/// In which order slices are shown.
public enum Order {
    /// Those first that lose most against the champion, or that are worst.
    LOSS,
    /// Those of most rows first.
    ROWS,
    NAME;

    Order next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String messageKey() {
        return "labels.order." + name().toLowerCase(Locale.ROOT);
    }
}
