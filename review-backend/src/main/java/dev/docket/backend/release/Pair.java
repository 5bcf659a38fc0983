package dev.docket.backend.release;

import java.util.Map;

/// One decision of a person beside what two models said of its item.
///
/// @param labels what the person found: label to 1 or 0
/// @param blind whether the person saw no score at all
/// @param samplingProbability with which the item came before a person
/// @param byCandidate whether the item was routed by the candidate's scores
record Pair(
        Map<String, Integer> labels,
        String language,
        boolean blind,
        double samplingProbability,
        Map<String, Double> champion,
        Map<String, Double> candidate,
        boolean byCandidate) {
    /// Decisions on rare draws would otherwise count for all others.
    private static final double MOST_WEIGHT = 20;

    /// Whether both models said something.
    boolean isWhole() {
        return !champion.isEmpty() && !candidate.isEmpty();
    }

    double weight() {
        return Math.min(MOST_WEIGHT, 1 / Math.max(samplingProbability, 1 / MOST_WEIGHT));
    }
}
