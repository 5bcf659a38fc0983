package dev.docket.backend.enforcement;

import dev.docket.dto.enforcement.WrittenNotice;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of a webhook, in the shape Standard Webhooks recommends.
///
/// @param timestamp when it came to pass, which is not when it is sent
record Message(String type, Instant timestamp, Object data) {
    /// @param by the kind of who decided; never a name or an id
    /// @param effectiveAt null while the message is held
    /// @param statement what the author reads; null where nothing is done to them
    record Decided(
            String decisionId,
            String itemId,
            String source,
            String externalId,
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            Map<String, Integer> policyVersions,
            EffectiveDecision.By by,
            @Nullable Instant effectiveAt,
            @Nullable WrittenNotice statement) {}

    record Routed(
            String itemId,
            String source,
            String externalId,
            Route route,
            @Nullable String queue,
            @Nullable Integer severity,
            boolean unscored) {}
}
