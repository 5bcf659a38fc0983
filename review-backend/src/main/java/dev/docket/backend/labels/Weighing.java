package dev.docket.backend.labels;

import java.util.Set;

/// What a row counts for: `min(1 / propensity, 20) × certainty / kept`.
///
/// The first factor makes rows speak for all items and not for those that were looked at: an item drawn for an audit
/// with a probability of 0.05 stands for twenty. It is clipped, because one row in place of a thousand would drown the
/// rest in its own noise; the price is a little bias towards what is looked at often.
///
/// Certainty is 1 for what was adjudicated, appealed against, reversed or settled as golden;
/// with several blind looks half of it is certain and half goes with their agreement; one look
/// alone is worth 0.8, about as often as a second one agrees with it. Imported rows count for
/// what whoever imported them trusts them.
///
/// `kept` is the probability with which a row stayed when others like it were left out for balance.
final class Weighing {
    static final double MOST_INVERSE = 20;
    static final double ONE_LOOK = 0.8;
    private static final double LEAST_AGREED = 0.5;
    private static final double STEPS = 1e6;
    private static final Set<String> SETTLED_WITH_CARE = Set.of("ADJUDICATION", "APPEAL", "REVERSAL");

    private Weighing() {}

    static double of(Standing standing, double propensity, double kept) {
        return Math.round(inverse(propensity) * certainty(standing) / kept * STEPS) / STEPS;
    }

    /// How many items a row stands for.
    static double inverse(double propensity) {
        return Math.min(1 / Math.max(propensity, 1 / MOST_INVERSE), MOST_INVERSE);
    }

    static double certainty(Standing standing) {
        if (standing.labelSource().equals(Standing.IMPORTED)) {
            return standing.trust();
        }
        if (SETTLED_WITH_CARE.contains(standing.labelSource())
                || standing.golden()
                || standing.appealOutcome() != null) {
            return 1;
        }
        var agreement = standing.looks().agreement();
        return agreement == null ? ONE_LOOK : LEAST_AGREED + (1 - LEAST_AGREED) * agreement;
    }
}
