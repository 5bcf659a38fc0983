package dev.docket.backend.review;

import dev.docket.dto.review.EffectiveDecision;
import java.util.List;

/// Decisions in the order in which they took effect.
public interface EffectiveDecisions {
    /// @param sequence where the page before ended; 0 for the beginning
    /// @param limit the most entries to give
    List<Entry> after(long sequence, int limit);

    /// A decision and its place in the order. It stays in its place when it is superseded: who superseded it has a
    /// later place of its own.
    record Entry(long sequence, EffectiveDecision decision) {}
}
