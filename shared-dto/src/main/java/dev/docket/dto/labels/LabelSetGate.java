package dev.docket.dto.labels;

import dev.docket.dto.Phrase;
import org.jspecify.annotations.Nullable;

/// One check of a label set before a model may be trained on it.
///
/// @param gate `NULLS`, `DUPLICATES`, `VOLUME`, `SHIFT` or `LEAKS`
/// @param label that it is about; null for those about all rows
/// @param blocking whether the set fails with it; a label with too few rows is only left untaught
/// @param figure what was found
/// @param limit what it is held against: the least for VOLUME, the most for all others
/// @param low lower end of the 95 % interval of the difference in the share of positives, for SHIFT; null for others
/// @param high upper end
/// @param detail what the figure says
/// @param advice what to do when it did not pass; null when it did
/// @param said `detail` by its code; null in sets of before
/// @param advised `advice` by its code
public record LabelSetGate(
        String gate,
        @Nullable String label,
        boolean passed,
        boolean blocking,
        double figure,
        double limit,
        @Nullable Double low,
        @Nullable Double high,
        String detail,
        @Nullable String advice,
        @Nullable Phrase said,
        @Nullable Phrase advised) {}
