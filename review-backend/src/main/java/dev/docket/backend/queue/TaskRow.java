package dev.docket.backend.queue;

import dev.docket.dto.review.Lease;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.TaskState;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review task as its row stands.
record TaskRow(
        UUID id,
        UUID item,
        TaskKind kind,
        int round,
        String queue,
        String language,
        TaskState state,
        int severity,
        double probability,
        Instant deadlineAt,
        @Nullable UUID claimedBy,
        @Nullable Instant leasedUntil,
        long leaseNumber,
        String reason,
        @Nullable String note,
        Purpose purpose,
        Instant enqueuedAt) {

    @Nullable Lease lease() {
        return state == TaskState.CLAIMED
                ? new Lease(leaseNumber, Objects.requireNonNull(leasedUntil, "checked by the schema"))
                : null;
    }

    HeldTask held() {
        return new HeldTask(id, item, kind, round, queue, purpose, severity, probability, reason);
    }

    boolean isHeldBy(UUID person) {
        return state == TaskState.CLAIMED && person.equals(claimedBy);
    }
}
