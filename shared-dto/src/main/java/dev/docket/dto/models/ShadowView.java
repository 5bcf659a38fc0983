package dev.docket.dto.models;

import dev.docket.dto.quality.Estimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a model did beside the champion, on live items and against people who did not see a
/// score of it.
///
/// @param since from when it scores beside; null if it never did
/// @param items that it scored beside the champion
/// @param decisions of people on such items that it was compared with
/// @param blind how many of those were taken without seeing the champion's scores either
/// @param labels what it is about, one each
public record ShadowView(
        String version,
        String champion,
        @Nullable Instant since,
        long items,
        long decisions,
        long blind,
        List<OfLabel> labels) {

    /// One label, at the threshold from which its policies ask for a person.
    ///
    /// @param language null for all
    /// @param positives how often people found it
    /// @param championRight share of the decisions that the champion agreed with
    /// @param candidateRight share that this model agreed with
    /// @param difference the second less the first, of the same decisions
    public record OfLabel(
            String label,
            @Nullable String language,
            long decisions,
            long positives,
            Estimate championRight,
            Estimate candidateRight,
            Estimate difference) {}
}
