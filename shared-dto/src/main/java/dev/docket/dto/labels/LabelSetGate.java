package dev.docket.dto.labels;

import org.jspecify.annotations.Nullable;

/// One check that a label set must pass before a model may be trained on it.
///
/// @param gate `NULLS`, `DUPLICATES`, `VOLUME`, `SHIFT` or `LEAKS`
/// @param label that it is about; null for those about all rows
/// @param figure what was found
/// @param limit what it is held against: the least for VOLUME, the most for all others
/// @param low lower end of the figure's 95 % interval, for SHIFT; null for counts
/// @param high upper end
/// @param detail what the figure says
/// @param advice what to do when it fails; null when it passed
public record LabelSetGate(
        String gate,
        @Nullable String label,
        boolean passed,
        double figure,
        double limit,
        @Nullable Double low,
        @Nullable Double high,
        String detail,
        @Nullable String advice) {}
