package dev.docket.backend.labels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a label came to be settled.
///
/// @param labelSource kind of the decision in effect, or [#IMPORTED]
/// @param effectiveAt null for imported labels
/// @param appealOutcome `UPHOLD`, `OVERTURN` or `CHANGE`; null where no answer to an appeal is in effect
/// @param golden whether it is, or ever was, a golden item
/// @param evaluation whether it was in a calibration, is imported to evaluate by, or is tested on in a set held out
/// @param trust 0..1 that whoever imported it gave it; 1 for the floor's own
record Standing(
        String labelSource,
        @Nullable Instant effectiveAt,
        Looks looks,
        @Nullable String appealOutcome,
        boolean golden,
        boolean evaluation,
        double trust) {
    static final String IMPORTED = "IMPORTED";

    /// Whether nothing may be trained on it.
    boolean heldOut() {
        return golden || evaluation;
    }
}
