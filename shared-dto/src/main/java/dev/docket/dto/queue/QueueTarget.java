package dev.docket.dto.queue;

import org.jspecify.annotations.Nullable;

/// The SLA target of a queue: `PUT /api/v1/queues/{key}/target`.
///
/// @param minutes 5 to 10,080: no task waits longer than this before it is late; null leaves it to the severity
public record QueueTarget(@Nullable Integer minutes) {}
