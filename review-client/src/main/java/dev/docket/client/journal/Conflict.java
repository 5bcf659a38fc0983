package dev.docket.client.journal;

import dev.docket.dto.review.DecisionRequest;
import java.time.Instant;

/// A decision that the floor refused for good, with everything the person had found.
///
/// @param slug why
public record Conflict(String key, String taskId, DecisionRequest decision, Instant at, String slug) {}
