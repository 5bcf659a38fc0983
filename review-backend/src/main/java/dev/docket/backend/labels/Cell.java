package dev.docket.backend.labels;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/// A value where it lies among the bytes of a row, or none. An export reads millions of rows, so a cell is set to the
/// next value rather than made anew, and numbers and instants are read without making texts of them.
final class Cell {
    private static final byte[] NOTHING = {};
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };
    private static final int MOST_DIGITS = 15;
    private static final int SHORTEST_INSTANT = "2026-11-20T10:00:00Z".length();
    private static final int MICROS_DIGITS = 6;
    private static final long MICROS = 1_000_000;
    private static final long SECONDS_OF_DAY = 86_400;

    private byte[] bytes = NOTHING;
    private int from;
    private int until;
    private boolean isNull = true;

    void clear() {
        isNull = true;
        from = 0;
        until = 0;
    }

    void set(byte[] bytes) {
        set(bytes, 0, bytes.length);
    }

    void set(byte[] bytes, int from, int until) {
        this.bytes = bytes;
        this.from = from;
        this.until = until;
        isNull = false;
    }

    boolean isNull() {
        return isNull;
    }

    /// To be read between [#from] and [#until] alone.
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int until() {
        return until;
    }

    /// 0 for none.
    int length() {
        return until - from;
    }

    boolean is(byte[] others) {
        return others.length == length() && startsWith(others);
    }

    boolean startsWith(byte[] others) {
        return length() >= others.length && Arrays.equals(bytes, from, from + others.length, others, 0, others.length);
    }

    /// Of `true` and `false`.
    boolean isTrue() {
        return length() > 0 && bytes[from] == 't';
    }

    int asInt() {
        return Integer.parseInt(toString());
    }

    /// A decimal number of so few digits that they and the power of ten are exact as doubles is
    /// their quotient, which is rounded once (Clinger 1990, "How to read floating point numbers
    /// accurately"). Others go to the library.
    double asDouble() {
        long digits = 0;
        int point = -1;
        for (int at = from; at < until; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + b - '0';
            } else if (b == '.' && point < 0) {
                point = at;
            } else {
                return Double.parseDouble(toString());
            }
        }
        if (length() > MOST_DIGITS || length() == 0) {
            return Double.parseDouble(toString());
        }
        return point < 0 ? digits : digits / TENS[until - point - 1];
    }

    /// Microseconds since 1970 of an instant as the library writes it; what is smaller is cut off.
    long asMicros() {
        int fraction = length() - SHORTEST_INSTANT - 1;
        boolean isPlain = length() == SHORTEST_INSTANT || fraction > 0 && fraction <= MICROS_DIGITS;
        if (!isPlain || bytes[from + 4] != '-') {
            return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(toString()));
        }
        long days = LocalDate.of(number(0, 4), number(5, 2), number(8, 2)).toEpochDay();
        long seconds = days * SECONDS_OF_DAY + number(11, 2) * 3_600L + number(14, 2) * 60L + number(17, 2);
        long micros = fraction > 0 ? number(SHORTEST_INSTANT, fraction) : 0;
        for (int digits = Math.max(fraction, 0); digits < MICROS_DIGITS; digits++) {
            micros *= 10;
        }
        return seconds * MICROS + micros;
    }

    @Override
    public String toString() {
        return new String(bytes, from, until - from, StandardCharsets.UTF_8);
    }

    private int number(int at, int digits) {
        int number = 0;
        for (int i = from + at; i < from + at + digits; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
