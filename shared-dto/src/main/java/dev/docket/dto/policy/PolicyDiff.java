package dev.docket.dto.policy;

import java.util.List;

/// How two versions of a policy differ.
///
/// @param fields what differs besides the text, each before and after in words
/// @param text the text line by line
public record PolicyDiff(String key, int from, int to, List<Field> fields, List<Line> text) {
    public record Field(String field, String before, String after) {}

    public record Line(Kind kind, String line) {}

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }
}
