package dev.docket.dto.enforcement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A registered receiver.
///
/// @param secret `whsec_` and Base64, present only in the answer that creates it
/// @param pending messages not yet delivered
/// @param disabledAt since when nothing is sent to it: somebody said so, or it said that it is gone for good (410)
/// @param dead messages given up on; they can be replayed
public record WebhookView(
        String id,
        String url,
        List<String> events,
        Instant createdAt,
        long pending,
        long dead,
        @Nullable Instant disabledAt,
        @Nullable String secret) {
    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
