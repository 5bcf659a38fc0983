package dev.docket.backend.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Items as they were scored, and what people found of them. Declared here for the simulator; a
/// module that may read
/// assessments and decisions implements it.
public interface PastItems {
    /// The latest items in the span, each once, by its latest assessment; unscored ones are left out.
    ///
    /// @param from null for no bound; `to` likewise, exclusive
    List<Past> latest(int most, @Nullable Instant from, @Nullable Instant to);

    /// @param scores in the order of [LabelSchema#LABELS]; NaN where there is none
    /// @param language BCP 47, `und` when unknown
    /// @param propensity with which a person came to see it: 1, or the audit share it was drawn with
    /// @param found null unless a person's decision holds
    record Past(
            UUID id,
            Instant at,
            double[] scores,
            String language,
            double propensity,
            @Nullable Found found) {
        private static final Map<String, Integer> PLACES = places();

        double score(String label) {
            Integer place = PLACES.get(label);
            return score(place == null ? -1 : place);
        }

        /// @param place of the label in the schema
        double score(int place) {
            double score = place < 0 ? 0 : scores[place];
            return Double.isNaN(score) ? 0 : score;
        }

        private static Map<String, Integer> places() {
            var places = new java.util.HashMap<String, Integer>();
            LabelSchema.LABELS.forEach(label -> places.put(label, places.size()));
            return places;
        }
    }

    /// What a person found.
    enum Found {
        NOTHING,
        VIOLATION
    }
}
