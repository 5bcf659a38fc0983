package dev.docket.backend.enforcement.webhook;

import java.time.Instant;
import java.util.UUID;

/// One message under lease on its way to one webhook.
///
/// @param attempt its number; a later attempt outdates whatever this one finds
/// @param at the database's time, signed as the time of sending
record Delivery(UUID webhook, UUID message, String url, String secret, String body, int attempt, Instant at) {
    @Override
    public String toString() {
        return "Delivery[" + message + "]";
    }
}
