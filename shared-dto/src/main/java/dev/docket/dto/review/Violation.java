package dev.docket.dto.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One policy broken.
///
/// @param severity 1 low .. 4 critical
/// @param spans `[start, end)` in UTF-16 code units of the item's text
/// @param regions `[x, y, width, height]` as shares 0..1 of the image
/// @param seconds `[from, to]` of the video
public record Violation(
        String policy,
        int severity,
        @Nullable List<List<Integer>> spans,
        @Nullable List<List<Double>> regions,
        @Nullable List<List<Double>> seconds) {}
