package dev.docket.client.common.item;

import dev.docket.dto.review.Evidence.Filter;
import dev.docket.dto.review.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stretch of an item's text in UTF-16 code units, `end` exclusive.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ")");
        }
    }

    /// All stretches that these findings mark and that lie within a text of that length.
    public static List<Span> of(List<Violation> violations, int length) {
        return violations.stream()
                .map(Violation::spans)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .filter(span -> span.size() == 2 && span.getFirst() >= 0 && span.getFirst() < span.getLast())
                .filter(span -> span.getLast() <= length)
                .map(span -> new Span(span.getFirst(), span.getLast()))
                .distinct()
                .toList();
    }

    /// Places that filters matched in a text of that length.
    ///
    /// @param origin of which text; null for the item's own
    public static List<Span> matched(List<Filter> filters, @Nullable String origin, int length) {
        return filters.stream()
                .filter(filter -> Objects.equals(filter.origin(), origin))
                .flatMap(filter -> filter.spans().stream())
                .filter(span -> span.size() == 2 && span.getFirst() >= 0 && span.getFirst() < span.getLast())
                .filter(span -> span.getLast() <= length)
                .map(span -> new Span(span.getFirst(), span.getLast()))
                .toList();
    }

    public int length() {
        return end - start;
    }

    public boolean touches(Span other) {
        return start <= other.end && other.start <= end;
    }

    public Span with(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    public List<Integer> asWire() {
        return List.of(start, end);
    }
}
