package dev.docket.dto.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param queues queue keys; null for every queue the person is cleared for
/// @param count 1..10
public record ClaimRequest(
        @Nullable List<String> queues, @Nullable Integer count) {}
