package dev.docket.dto.queue;

import java.util.List;

/// Leases to prolong, 1..20.
public record RenewRequest(List<Held> leases) {
    public record Held(String taskId, long number) {}
}
