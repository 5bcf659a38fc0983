package dev.docket.backend.policy;

import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the thresholds say of one item.
///
/// @param queue the policy whose queue should take it; null for ALLOW
/// @param severity of that policy, 1..4; 1 for ALLOW
/// @param probability the highest flagged score of that policy; 0 for ALLOW
/// @param reason in words, for the person who will see it
/// @param scores every score beside its lowest thresholds; `modelVersion` as given by `modelVersions`
/// @param policyVersions the versions compared with
/// @param actingPolicy the policy whose default action is to be taken without a person; null unless
///     the route is ACT
public record Routing(
        Route route,
        @Nullable String queue,
        int severity,
        double probability,
        String reason,
        List<Flag> scores,
        Map<String, Integer> policyVersions,
        @Nullable String actingPolicy) {

    /// Without a policy that acts.
    public Routing(
            Route route,
            @Nullable String queue,
            int severity,
            double probability,
            String reason,
            List<Flag> scores,
            Map<String, Integer> policyVersions) {
        this(route, queue, severity, probability, reason, scores, policyVersions, null);
    }

    /// One label against the lowest thresholds any policy sets for it.
    public record Flag(
            String label,
            double score,
            @Nullable Double reviewThreshold,
            @Nullable Double actThreshold,
            boolean flagged) {}

    /// The scores as the wire shows them.
    public List<Evidence.Score> toWire(Map<String, String> modelVersions) {
        return scores.stream()
                .map(flag -> new Evidence.Score(
                        flag.label(),
                        flag.score(),
                        flag.reviewThreshold(),
                        flag.actThreshold(),
                        flag.flagged(),
                        modelVersions.getOrDefault(flag.label(), "")))
                .toList();
    }
}
