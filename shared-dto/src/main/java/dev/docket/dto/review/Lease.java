package dev.docket.dto.review;

import java.time.Instant;

/// A timed, numbered hold on a task.
public record Lease(long number, Instant until) {}
