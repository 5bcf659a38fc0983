package dev.docket.dto.review;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/// For how long what of an item was before somebody's eyes, for the care of whoever looked. What was covered or blurred
/// is in none of the three.
public record Shown(
        @JsonPropertyDescription("milliseconds with the text uncovered")
        long textMs,

        @JsonPropertyDescription("milliseconds with images and videos in grey")
        long greyMs,

        @JsonPropertyDescription("milliseconds with images and videos in colour")
        long fullMs) {}
