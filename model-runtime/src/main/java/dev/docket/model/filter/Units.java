package dev.docket.model.filter;

import com.ibm.icu.text.Normalizer2;
import dev.docket.model.filter.Glyphs.Glyph;
import java.util.Arrays;

/// A text as a row of folded letters, signs and gaps, each with the stretch of the original that
/// it came from. Gaps are never neighbours, and what is invisible has no unit.
final class Units {
    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
    private static final int REAL = 1;
    private static final int SIGN = 2;
    private static final int FOREIGN = 4;
    private static final int ALONE = 8;
    /// A gap of more than one character.
    private static final char WIDE = 0xFFFF;

    private char[] letters;
    private char[] accents;
    private int[] starts;
    private int[] ends;
    private byte[] flags;
    private int size;
    private boolean foreign;
    private boolean genuine;

    private Units(int capacity) {
        letters = new char[capacity];
        accents = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        flags = new byte[capacity];
    }

    static Units of(String text) {
        var units = new Units(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            char unit = text.charAt(i);
            int c = Character.isSurrogate(unit) ? text.codePointAt(i) : unit;
            int end = i + (c > 0xFFFF ? 2 : 1);
            units.read(c, Glyphs.of(c), i, end);
            i = end;
        }
        return units;
    }

    private void read(int c, Glyph glyph, int start, int end) {
        switch (glyph.kind()) {
            case LETTER -> {
                foreign |= glyph.foreign();
                genuine |= glyph.genuine();
                int flag = (glyph.foreign() ? FOREIGN : 0) | (glyph.alone() ? ALONE : 0);
                for (int i = 0; i < glyph.letters().length; i++) {
                    char letter = glyph.letters()[i];
                    boolean digit = letter >= '0' && letter <= '9';
                    add(letter, glyph.accents()[i], digit ? flag : flag | REAL, start, end);
                }
            }
            case SIGN -> add((char) c, (char) 0, SIGN, start, end);
            case ACCENT -> accent(c, end);
            case GAP -> gap(c, start, end);
            case NOTHING -> {
                // It parts nothing.
            }
        }
    }

    private void gap(int c, int start, int end) {
        if (size > 0 && letters[size - 1] == ' ') {
            accents[size - 1] = WIDE;
            ends[size - 1] = end;
        } else {
            add(' ', end - start > 1 ? WIDE : (char) c, 0, start, end);
        }
    }

    /// An accent written as a character of its own makes the same letter as the two in one.
    private void accent(int c, int end) {
        if (size == 0 || letters[size - 1] == ' ') {
            return;
        }
        ends[size - 1] = end;
        int composed = accents[size - 1] == 0 ? COMPOSE.composePair(letters[size - 1], c) : -1;
        if (composed > 0 && composed < WIDE) {
            accents[size - 1] = (char) composed;
        }
    }

    private void add(char letter, char accent, int flag, int start, int end) {
        if (size == letters.length) {
            int capacity = size * 2;
            letters = Arrays.copyOf(letters, capacity);
            accents = Arrays.copyOf(accents, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            flags = Arrays.copyOf(flags, capacity);
        }
        letters[size] = letter;
        accents[size] = accent;
        starts[size] = start;
        ends[size] = end;
        flags[size++] = (byte) flag;
    }

    int size() {
        return size;
    }

    char letter(int unit) {
        return letters[unit];
    }

    /// The accented letter that a letter was; 0 where it has no accent.
    char accent(int unit) {
        return accents[unit];
    }

    int start(int unit) {
        return starts[unit];
    }

    int end(int unit) {
        return ends[unit];
    }

    boolean isGap(int unit) {
        return letters[unit] == ' ';
    }

    /// Whether it parts words when signs do.
    boolean isGapOrSign(int unit) {
        return letters[unit] == ' ' || (flags[unit] & SIGN) != 0;
    }

    boolean isSign(int unit) {
        return (flags[unit] & SIGN) != 0;
    }

    /// Neither digit nor sign nor gap.
    boolean isReal(int unit) {
        return (flags[unit] & REAL) != 0;
    }

    boolean isForeign(int unit) {
        return (flags[unit] & FOREIGN) != 0;
    }

    boolean isAlone(int unit) {
        return (flags[unit] & ALONE) != 0;
    }

    /// Whether any letter is of another script and looks Latin.
    boolean hasForeign() {
        return foreign;
    }

    /// Whether any letter is of another script beyond doubt.
    boolean hasGenuine() {
        return genuine;
    }

    /// Whether two gaps are one and the same single character.
    boolean sameGap(int unit, int other) {
        return accents[unit] == accents[other] && accents[unit] != WIDE;
    }
}
