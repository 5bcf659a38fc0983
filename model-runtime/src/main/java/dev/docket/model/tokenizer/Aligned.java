package dev.docket.model.tokenizer;

import java.util.Arrays;

/// A text on its way to tokens: UTF-16 code units, each with the stretch of the submitted text that it came from.
///
/// What a step of normalisation puts in the place of something comes from all of that something. No half of a
/// surrogate pair is ever in it alone.
final class Aligned implements CharSequence {
    private static final int REPLACEMENT = 0xFFFD;

    private char[] units;
    private int[] starts;
    private int[] ends;
    private int length;

    Aligned(int capacity) {
        units = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    /// A submitted text, every unit from itself. Half a surrogate pair is read as U+FFFD.
    static Aligned of(String text) {
        var aligned = new Aligned(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            aligned.append(half ? REPLACEMENT : point, at, next);
            at = next;
        }
        return aligned;
    }

    void append(int point, int start, int end) {
        if (Character.isBmpCodePoint(point)) {
            appendUnit((char) point, start, end);
        } else {
            appendUnit(Character.highSurrogate(point), start, end);
            appendUnit(Character.lowSurrogate(point), start, end);
        }
    }

    /// Every unit of `text` from one stretch.
    void append(CharSequence text, int start, int end) {
        for (int i = 0; i < text.length(); i++) {
            appendUnit(text.charAt(i), start, end);
        }
    }

    /// The units `from` (inclusive) to `to` (exclusive) of another text, as they are.
    void append(Aligned other, int from, int to) {
        for (int i = from; i < to; i++) {
            appendUnit(other.units[i], other.starts[i], other.ends[i]);
        }
    }

    private void appendUnit(char unit, int start, int end) {
        if (length == units.length) {
            int capacity = Math.max(16, 2 * length);
            units = Arrays.copyOf(units, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        units[length] = unit;
        starts[length] = start;
        ends[length++] = end;
    }

    void clear() {
        length = 0;
    }

    /// Where a unit's stretch of the submitted text begins.
    int start(int index) {
        return starts[index];
    }

    /// One past where it ends.
    int end(int index) {
        return ends[index];
    }

    int codePointAt(int index) {
        return Character.codePointAt(units, index, length);
    }

    boolean startsWith(String prefix) {
        return length >= prefix.length() && string(0, prefix.length()).equals(prefix);
    }

    /// This text behind `prefix`, which is taken to come from where the text begins. Nothing is put before nothing.
    Aligned behind(String prefix) {
        if (isEmpty()) {
            return this;
        }
        var longer = new Aligned(prefix.length() + length);
        longer.append(prefix, starts[0], ends[0]);
        longer.append(this, 0, length);
        return longer;
    }

    /// This text, whose first unit is taken to come from `start` on.
    Aligned from(int start) {
        if (length > 0) {
            starts[0] = start;
        }
        return this;
    }

    Aligned slice(int from, int to) {
        if (from == 0 && to == length) {
            return this;
        }
        var slice = new Aligned(to - from);
        slice.append(this, from, to);
        return slice;
    }

    String string(int from, int to) {
        return new String(units, from, to - from);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return units[index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return string(from, to);
    }

    @Override
    public String toString() {
        return string(0, length);
    }
}
