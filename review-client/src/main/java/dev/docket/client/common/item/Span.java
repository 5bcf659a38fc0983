package dev.docket.client.common.item;

import java.util.List;

/// A stretch of an item's text in UTF-16 code units, `end` exclusive.
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("[" + start + ", " + end + ")");
        }
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
