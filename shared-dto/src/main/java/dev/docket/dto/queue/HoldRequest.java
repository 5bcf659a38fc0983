package dev.docket.dto.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps a task for oneself beyond its lease, at most eight hours: `POST /api/v1/tasks/{id}/hold`.
///
/// @param until when the task waits for anybody again
/// @param comment why; at most 2,000 characters
public record HoldRequest(
        long lease, Instant until, @Nullable String comment) {}
