package dev.docket.dto.labels;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What differs between two label sets, item by item.
///
/// @param unchanged items with the same labels and split in both
/// @param added items that only the second has
/// @param removed items that only the first has
/// @param changed items whose labels differ
/// @param moved items with the same labels in another split
/// @param labels by label, how its values differ
public record LabelSetComparison(
        String first,
        String second,
        long unchanged,
        Difference added,
        Difference removed,
        Difference changed,
        Difference moved,
        Map<String, LabelChange> labels) {

    /// @param examples a few of them, the first by item
    public record Difference(long count, List<Example> examples) {}

    /// @param before null for added items
    /// @param after null for removed ones
    public record Example(
            String itemId, @Nullable Side before, @Nullable Side after) {}

    /// An item as one of the sets has it.
    public record Side(
            String split,
            Map<String, Integer> labels,
            @Nullable String decisionId) {}

    /// @param toPositive items whose label became 1
    /// @param toNegative items whose label became 0
    /// @param toUnknown items whose label is no longer spoken of
    /// @param fromUnknown items whose label was not spoken of before
    public record LabelChange(long toPositive, long toNegative, long toUnknown, long fromUnknown) {}
}
