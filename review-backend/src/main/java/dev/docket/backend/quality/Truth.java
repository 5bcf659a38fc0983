package dev.docket.backend.quality;

import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was settled of an item.
///
/// @param decision that settled it; null where it was settled by hand
record Truth(
        UUID item,
        Outcome outcome,
        List<Violation> violations,
        Map<String, Integer> policyVersions,
        @Nullable UUID decision) {}
