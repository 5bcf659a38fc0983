package dev.docket.backend.policy;

import java.time.Instant;
import java.util.List;
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

    /// @param scores in the order of [LabelSchema#labels]; NaN where there is none
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
        /// @param place of the label in the schema
        double score(int place) {
            double score = place < 0 || place >= scores.length ? 0 : scores[place];
            return Double.isNaN(score) ? 0 : score;
        }
    }

    /// What a person found.
    enum Found {
        NOTHING,
        VIOLATION
    }
}
