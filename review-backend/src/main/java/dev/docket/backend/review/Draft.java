package dev.docket.backend.review;

import dev.docket.backend.platform.Actor;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.Outcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision about to be written.
///
/// @param task and `lease` of the claimed task; null where no task led to it
/// @param appealOutcome null where it answers no appeal
/// @param elapsedMs time the item was before the person
record Draft(
        UUID id,
        UUID item,
        int round,
        DecisionKind kind,
        Actor by,
        @Nullable UUID task,
        @Nullable Long lease,
        Finding finding,
        @Nullable Outcome appealOutcome,
        Map<String, Integer> policyVersions,
        @Nullable Long elapsedMs,
        @Nullable String revealed) {

    /// Null for automation.
    @Nullable UUID person() {
        return by instanceof Actor.Person someone ? someone.id() : null;
    }

    Draft with(Finding other) {
        return new Draft(
                id, item, round, kind, by, task, lease, other, appealOutcome, policyVersions, elapsedMs, revealed);
    }
}
