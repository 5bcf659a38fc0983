package dev.docket.dto.models;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The record of one training: what it would take to repeat it, and what came of it.
///
/// @param dataSha256 of the rows it read, in order
/// @param codeVersion of Docket
/// @param overrideReason why the set's quality gates were passed over; null when they held
/// @param durationMs of the work itself, resumed parts together
public record TrainingRunView(
        String modelVersion,
        String name,
        UUID job,
        String base,
        String labelSet,
        String labelSetSha256,
        String dataSha256,
        String codeVersion,
        long seed,
        double replayShare,
        @Nullable String overrideReason,
        long trainingRows,
        long validationRows,
        List<TrainedLabel> labels,
        List<GuardEffect> guards,
        @Nullable UUID by,
        Instant startedAt,
        Instant finishedAt,
        long durationMs) {
    /// @param regularisation chosen by cross-validation
    /// @param before ROC-AUC of the base on the validation split; null where it cannot be told
    /// @param after of the trained head
    public record TrainedLabel(
            String label,
            long positives,
            long negatives,
            double regularisation,
            @Nullable Double before,
            @Nullable Double after) {}
}
