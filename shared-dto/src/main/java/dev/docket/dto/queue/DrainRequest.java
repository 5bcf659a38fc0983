package dev.docket.dto.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Moves what waits in a queue to another, the most urgent first: `POST /api/v1/queues/{key}/drain`.
///
/// @param to queue key
/// @param language only tasks of this language
/// @param olderThan only tasks enqueued before
public record DrainRequest(
        String to, @Nullable String language, @Nullable Instant olderThan) {}
