package dev.docket.model.filter;

import com.ibm.icu.text.Normalizer2;
import dev.docket.model.filter.Glyphs.Glyph;
import java.util.Arrays;

/// A text as a row of folded letters, signs and gaps, each with the stretch of the original that
/// it came from. Gaps are never neighbours, and what is invisible has no unit.
final class Units {
    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
    /// A gap of more than one character.
    private static final char WIDE = 0xFFFF;

    private char[] letters;
    private char[] accents;
    private int[] starts;
    private int[] ends;
    private byte[] traits;
    private int size;
    private int gaps;
    /// Of all letters together.
    private int allTraits;

    private Units(int capacity) {
        letters = new char[capacity];
        accents = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        traits = new byte[capacity];
    }

    static Units of(String text) {
        var units = new Units(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            char unit = text.charAt(i);
            int c = Character.isSurrogate(unit) ? text.codePointAt(i) : unit;
            int end = i + (c > 0xFFFF ? 2 : 1);
            units.read(c, i, end);
            i = end;
        }
        return units;
    }

    private void read(int c, int start, int end) {
        Glyph glyph = Glyphs.of(c);
        switch (glyph.kind()) {
            case LETTER -> letters(glyph, start, end);
            case ACCENT -> accent(c, end);
            case GAP -> gap(c, start, end);
            case NOTHING -> {
                // It parts nothing.
            }
        }
    }

    private void letters(Glyph first, int start, int end) {
        for (Glyph glyph = first; glyph != null; glyph = glyph.next()) {
            add(glyph.letter(), glyph.accent(), glyph.traits(), start, end);
            allTraits |= glyph.traits();
        }
    }

    private void gap(int c, int start, int end) {
        if (size > 0 && letters[size - 1] == ' ') {
            accents[size - 1] = WIDE;
            ends[size - 1] = end;
        } else {
            add(' ', end - start > 1 ? WIDE : (char) c, 0, start, end);
            gaps++;
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

    private void add(char letter, char accent, int trait, int start, int end) {
        if (size == letters.length) {
            int capacity = size * 2;
            letters = Arrays.copyOf(letters, capacity);
            accents = Arrays.copyOf(accents, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            traits = Arrays.copyOf(traits, capacity);
        }
        letters[size] = letter;
        accents[size] = accent;
        starts[size] = start;
        ends[size] = end;
        traits[size++] = (byte) trait;
    }

    int size() {
        return size;
    }

    int gaps() {
        return gaps;
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
        return isGap(unit) || isSign(unit);
    }

    boolean isSign(int unit) {
        return (traits[unit] & Glyphs.SIGN) != 0;
    }

    /// Neither digit nor sign nor gap.
    boolean isReal(int unit) {
        return (traits[unit] & Glyphs.REAL) != 0;
    }

    boolean isForeign(int unit) {
        return (traits[unit] & Glyphs.FOREIGN) != 0;
    }

    boolean isAlone(int unit) {
        return (traits[unit] & Glyphs.ALONE) != 0;
    }

    boolean hasAlone(int from, int to) {
        int seen = 0;
        for (int unit = from; unit < to && (allTraits & Glyphs.ALONE) != 0; unit++) {
            seen |= traits[unit];
        }
        return (seen & Glyphs.ALONE) != 0;
    }

    /// Whether any letter is of another script and looks Latin.
    boolean hasForeign() {
        return (allTraits & Glyphs.FOREIGN) != 0;
    }

    /// Whether any letter is of another script beyond doubt.
    boolean hasGenuine() {
        return (allTraits & Glyphs.GENUINE) != 0;
    }

    /// Whether two gaps are one and the same single character.
    boolean sameGap(int unit, int other) {
        return accents[unit] == accents[other] && accents[unit] != WIDE;
    }
}
