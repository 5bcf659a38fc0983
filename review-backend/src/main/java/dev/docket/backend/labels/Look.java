package dev.docket.backend.labels;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// What one person found of an item, and when.
///
/// @param kind a decision's kind, or [#TRIAL]
/// @param outcome `APPROVE`, `VIOLATION` or `CANNOT_DECIDE`
/// @param policies found violated, in order
record Look(UUID person, String kind, String outcome, Set<String> policies, Instant at) {
    static final String TRIAL = "TRIAL";
    private static final Set<String> BLIND = Set.of("FIRST", "SECOND", TRIAL);

    /// Whether they judged the item without knowing what others found, and found something.
    boolean isBlind() {
        return BLIND.contains(kind) && !outcome.equals("CANNOT_DECIDE");
    }

    boolean agreesWith(Look other) {
        return policies.equals(other.policies);
    }

    Rater rater() {
        return new Rater(person, kind, outcome, policies);
    }
}
