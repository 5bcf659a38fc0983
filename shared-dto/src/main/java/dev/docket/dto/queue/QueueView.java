package dev.docket.dto.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A queue's state.
///
/// @param oldestAt when the oldest waiting task was enqueued
/// @param atRisk waiting tasks past their deadline or due within fifteen minutes
public record QueueView(
        String key,
        String title,
        long waiting,
        long leased,
        @Nullable Instant oldestAt,
        @Nullable Instant nextDueAt,
        long atRisk) {}
