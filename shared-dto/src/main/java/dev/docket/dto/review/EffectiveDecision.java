package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The decision that stands for an item.
///
/// @param policyVersions policy key to the version decided under
/// @param itemId present in the decisions feed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveDecision(
        String id,
        @Nullable String itemId,
        @Nullable String source,
        @Nullable String externalId,
        Outcome outcome,
        List<Violation> violations,
        List<Action> actions,
        Map<String, Integer> policyVersions,
        By by,
        Instant effectiveAt) {

    /// Who decided; never by name.
    public record By(String kind) {}
}
