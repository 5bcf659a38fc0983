package dev.docket.backend.review;

import dev.docket.backend.queue.HeldTask;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Shown;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody said what they found of an item, whatever came of it: a decision, the answer to a golden item, that they
/// cannot decide, or a finding on the items of a wave, which are alike and count once. Published synchronously inside
/// the answering transaction, for those who look after people.
///
/// @param queue in which the item waited
/// @param content what they looked at; null when it was erased meanwhile
/// @param elapsedMs before the item
/// @param revealed how much of its media was shown: `NONE`, `GREY`, `FULL`; null if the desk did not say
/// @param shown for how long what was shown; null if the desk did not say
/// @param severity that the item was thought to have before, 1 to 4
public record ItemLookedAt(
        UUID person,
        String queue,
        @Nullable ItemContent content,
        Outcome outcome,
        List<Violation> violations,
        long elapsedMs,
        @Nullable String revealed,
        @Nullable Shown shown,
        int severity) {
    static ItemLookedAt of(UUID person, HeldTask task, @Nullable ItemContent content, DecisionRequest request) {
        return new ItemLookedAt(
                person,
                task.queue(),
                content,
                request.outcome(),
                Objects.requireNonNullElse(request.violations(), List.of()),
                Objects.requireNonNullElse(request.elapsedMs(), 0L),
                request.revealed(),
                request.shown(),
                task.severity());
    }
}
