package dev.docket.dto.queue;

import java.time.Instant;
import java.util.List;

/// @param held with their new ends
/// @param lost task ids that are no longer held
public record RenewResult(List<HeldLease> held, List<String> lost) {
    public record HeldLease(String taskId, long number, Instant until) {}
}
