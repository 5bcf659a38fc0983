package dev.docket.dto.floor;

import org.jspecify.annotations.Nullable;

/// Moves waiting tasks of one queue to another, the most urgent first: `POST /api/v1/floor/move`. Without `atMost`
/// it drains the queue.
///
/// @param atMost 1 or more; null for all
/// @param reason why, for the audit trail; at most 2,000 characters
public record MoveTasks(
        String from,
        String to,
        @Nullable Integer atMost,
        @Nullable String reason) {}
