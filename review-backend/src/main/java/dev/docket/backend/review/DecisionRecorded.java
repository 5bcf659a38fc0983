package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision was written. Published synchronously inside the deciding transaction: enforcement writes its outbox
/// message and labels its evidence there.
///
/// @param person who decided; null for automation
/// @param undoUntil end of the grace time
public record DecisionRecorded(
        UUID decision,
        UUID item,
        UUID task,
        @Nullable UUID person,
        Outcome outcome,
        List<Violation> violations,
        List<Action> actions,
        Map<String, Integer> policyVersions,
        Instant decidedAt,
        Instant undoUntil) {}
