package dev.docket.dto.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the blocklists in force find in a text, in the order of the text.
///
/// @param matches of terms that no allowed term covers, at most 500
public record TriedText(List<TriedMatch> matches) {
    /// @param list its name
    /// @param policy whose queue takes it; null for the general one
    /// @param start first UTF-16 code unit
    /// @param end one past the last
    public record TriedMatch(
            String list,
            String term,
            FilterEffect effect,
            @Nullable String policy,
            int severity,
            int start,
            int end) {}
}
