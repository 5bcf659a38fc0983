package dev.docket.client.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far back a search looks.
enum Since {
    EVER(null),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private final @Nullable Duration back;

    Since(@Nullable Duration back) {
        this.back = back;
    }

    @Nullable Instant from(Instant now) {
        return back == null ? null : now.minus(back);
    }

    Since next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String messageKey() {
        return "search.since." + name().toLowerCase(Locale.ROOT);
    }
}
