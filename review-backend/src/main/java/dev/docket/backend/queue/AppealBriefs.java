package dev.docket.backend.queue;

import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Task;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an APPEAL task carries beside its item. Declared here for the task's assembly; the
/// appeals module implements it.
public interface AppealBriefs {
    /// @param reader who holds the task; null when nobody does
    Optional<Papers> of(UUID task, @Nullable UUID reader);

    /// @param first the decision appealed against; null while it is withheld from the reader
    record Papers(Task.AppealBrief appeal, @Nullable List<EffectiveDecision> first) {}
}
