package dev.docket.dto.enforcement;

import dev.docket.dto.review.ActionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An action that an author's strikes propose. Nobody is sanctioned by it: a supervisor accepts or dismisses it.
///
/// @param points that counted when it was proposed
/// @param itemId the item whose decision tipped the balance
/// @param decisionId the decision that an acceptance led to
/// @param reason why it was dismissed
public record StrikeProposal(
        String id,
        String source,
        String author,
        ActionType action,
        int points,
        String itemId,
        ProposalState state,
        Instant proposedAt,
        @Nullable Instant settledAt,
        @Nullable String decisionId,
        @Nullable String reason) {}
