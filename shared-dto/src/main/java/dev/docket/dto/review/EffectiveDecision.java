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
/// @param note of whoever decided; present in adjudications and appeals only
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
        Instant effectiveAt,
        @Nullable String note) {

    /// Without a note, as everybody but an adjudicator sees it.
    public EffectiveDecision(
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
        this(id, itemId, source, externalId, outcome, violations, actions, policyVersions, by, effectiveAt, null);
    }

    /// Who decided; never by name.
    public record By(String kind) {}
}
