package dev.docket.dto.queue;

import java.util.List;

/// The sources for which a policy has queues of their own: `GET` and `PUT /api/v1/queues/{policy}/sources`.
///
/// @param sources as items name them, at most 50, without space, slash, `?`, `#` and `%`; what comes from others waits
/// in the policy's queue
public record QueueSources(List<String> sources) {}
