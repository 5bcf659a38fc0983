package dev.docket.backend.classification;

import dev.docket.backend.intake.Reach;
import dev.docket.dto.item.Route;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item was assessed and routed. Published synchronously inside the transaction that stored the assessment and moved
/// the item on.
///
/// @param queue the queue that should take it; null unless the route is REVIEW
/// @param severity 1..4 of the policy that sent it
/// @param probability calibrated, 0..1; 1 for unscored items, which a person must see
/// @param actingPolicy the policy that acts by itself; null unless the route is ACT
/// @param language BCP 47, `und` when unknown
public record ItemRouted(
        UUID item,
        Route route,
        @Nullable String queue,
        int severity,
        double probability,
        String reason,
        String language,
        boolean unscored,
        @Nullable String actingPolicy,
        Reach reach) {}
