package dev.docket.dto.precedents;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Near-duplicates, waiting or decided at once.
///
/// @param text the beginning of the one that the others are compared with; null where it has none
/// @param queue where most of them wait
/// @param size how many belong to it
/// @param decided how many have been decided so far
/// @param oldestAt since when its oldest waits; once decided, when that was
/// @param by who decided it; null while it waits, and while somebody is to judge it who must not know
public record WaveSummary(
        String id,
        WaveState state,
        @Nullable String text,
        String queue,
        int size,
        int decided,
        @Nullable Instant oldestAt,
        @Nullable PersonName by) {}
