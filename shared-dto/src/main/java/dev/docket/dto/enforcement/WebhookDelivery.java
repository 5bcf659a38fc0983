package dev.docket.dto.enforcement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One message on its way to one receiver.
///
/// @param state `PENDING`, `DELIVERED`, `DEAD`
public record WebhookDelivery(
        String messageId,
        String type,
        @Nullable String itemId,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        Instant createdAt) {}
