package dev.docket.backend.review;

import dev.docket.backend.queue.HeldTask;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.review.DecisionRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody answered a task, whatever came of it: a decision, the answer to a golden item, or that they cannot decide.
/// Published synchronously inside the answering transaction, for those who look after people.
///
/// @param content what they looked at; null when it was erased meanwhile
public record ItemLookedAt(
        UUID person, HeldTask task, @Nullable ItemContent content, DecisionRequest request) {}
