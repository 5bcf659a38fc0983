package dev.docket.dto.jobs;

import dev.docket.dto.Phrase;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job: work that takes longer than a request, done once, resumed after a crash.
///
/// @param kind such as `training`
/// @param progress 0..1
/// @param message what it is doing, or why it failed
/// @param said `message` by its code; null where there is none
/// @param cancelling somebody has cancelled it and it has not stopped yet
/// @param result what it made, such as `modelVersion`; null until it is done
/// @param by who asked for it; null for Docket itself
public record JobView(
        UUID id,
        String kind,
        JobState state,
        double progress,
        @Nullable String message,
        @Nullable Phrase said,
        boolean cancelling,
        @Nullable Map<String, String> result,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID by) {}
