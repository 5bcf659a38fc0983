package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One policy broken.
///
/// @param severity 1 low .. 4 critical
/// @param spans `[start, end)` in UTF-16 code units of the item's text
/// @param regions `[x, y, width, height]` as shares 0..1 of the image, or with a fifth number which medium of the item
///     that is, counted from 0; without it the first
/// @param seconds `[from, to]` of a video, or with a third number which medium of the item that is, counted from 0;
///     without it the first video
public record Violation(
        String policy,
        int severity,

        @JsonPropertyDescription("[start, end) in UTF-16 code units of the item's text") @Nullable List<List<Integer>> spans,

        @JsonPropertyDescription(
                "[x, y, width, height] as shares 0..1 of the image; a fifth number says which medium of the"
                        + " item that is, counted from 0, where it is not the first")
        @Nullable List<List<Double>> regions,

        @JsonPropertyDescription(
                "[from, to] in seconds of the video; a third number says which medium of the item that is, counted"
                        + " from 0, where it is not the first video")
        @Nullable List<List<Double>> seconds) {}
