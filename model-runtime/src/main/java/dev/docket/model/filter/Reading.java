package dev.docket.model.filter;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One way of reading a text's letters, ready to be looked up: every run of one letter drawn
/// together into one position that knows how long the run was.
///
/// - **plain**: as written; signs part words.
/// - **disguised**: in words that mix letters with digits and signs, those stand for letters
///   (`sh1t`, `a$$`). There are two such readings where a `1`, `!` or `|` may be an `i` as well
///   as an `l`.
/// - **spelt**: three or more single letters with the same character between each (`i d i o t`,
///   `i.d.i.o.t`) are a word.
///
/// A word begins where no real letter comes before it up to the last gap, and ends likewise: in
/// `idiot123` and `!idiot` the word stands free, in `Scunthorpe` it does not.
final class Reading {
    private static final int SPELT = 3;
    private static final int LONGEST_RUN = 255;
    /// Digits and signs before or after a word that may or may not belong to it.
    private static final int MOST_FREE = 4;

    private final Units units;
    private final char[] letters;
    private final int[] first;
    private final int[] last;
    private final int[] runs;
    private final byte[] opens;
    private final int[] disguised;
    private int size;

    private Reading(Units units) {
        this.units = units;
        letters = new char[units.size() + 1];
        first = new int[units.size() + 1];
        last = new int[units.size() + 1];
        runs = new int[units.size() + 1];
        opens = new byte[units.size() + 1];
        disguised = new int[units.size() + 2];
    }

    static Reading plain(Units units) {
        var reading = new Reading(units);
        for (int from = 0; from < units.size(); ) {
            int to = from;
            while (to < units.size() && !units.isGapOrSign(to)) {
                to++;
            }
            reading.word(from, to, false, 'i');
            while (to < units.size() && units.isGapOrSign(to)) {
                to++;
            }
            reading.gap(to - 1);
            from = to;
        }
        return reading;
    }

    /// @param twofold what a `1` is read as
    /// @return null when no word looks disguised, or for `l` when nothing is twofold
    static @Nullable Reading disguised(Units units, char twofold) {
        if (!hasDisguisedWord(units, twofold)) {
            return null;
        }
        var reading = new Reading(units);
        for (int from = 0; from < units.size(); ) {
            int to = endOfWord(units, from);
            reading.disguisedWord(from, to, twofold);
            reading.gap(to);
            from = to + 1;
        }
        return reading;
    }

    /// Most texts have none: they are spared the arrays.
    private static boolean hasDisguisedWord(Units units, char twofold) {
        for (int from = 0; from < units.size(); ) {
            int to = endOfWord(units, from);
            int end = beforeExclamation(units, from, to);
            if (looksDisguised(units, from, end) && (twofold == 'i' || hasTwofold(units, from, end))) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static int endOfWord(Units units, int from) {
        int to = from;
        while (to < units.size() && !units.isGap(to)) {
            to++;
        }
        return to;
    }

    static @Nullable Reading spelt(Units units) {
        Reading reading = null;
        for (int from = 0; from < units.size(); ) {
            int to = from;
            int real = 0;
            while (isSingle(units, to) && (to == from || to < from + 4 || units.sameGap(to - 1, from + 1))) {
                real += units.isReal(to) ? 1 : 0;
                to += 2;
            }
            boolean spelt = to >= from + 2 * SPELT;
            if (spelt && real >= 2) {
                reading = reading == null ? new Reading(units) : reading;
                reading.speltWord(from, to);
            }
            from = spelt ? to - 1 : from + 1;
        }
        return reading;
    }

    private static boolean isSingle(Units units, int unit) {
        return unit < units.size()
                && !units.isGap(unit)
                && (unit == 0 || units.isGap(unit - 1))
                && (unit + 1 >= units.size() || units.isGap(unit + 1));
    }

    private void speltWord(int from, int to) {
        int begin = size;
        for (int unit = from; unit < to; unit += 2) {
            char letter = units.letter(unit);
            char meant = Glyphs.disguised(letter);
            add(meant == 0 ? letter : meant, unit, meant != 0, begin);
        }
        opens[begin] |= 1;
        opens[size - 1] |= 2;
        gap(to);
    }

    private void disguisedWord(int from, int to, char twofold) {
        int end = beforeExclamation(units, from, to);
        if (looksDisguised(units, from, end)) {
            word(from, end, true, twofold);
        } else {
            plainWords(from, to);
        }
    }

    /// Signs that mostly are what they are at the end of a word: "Hello!".
    private static int beforeExclamation(Units units, int from, int to) {
        int end = to;
        while (end > from && "!+|".indexOf(units.letter(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /// Signs part words here.
    private void plainWords(int from, int to) {
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && !units.isSign(end)) {
                end++;
            }
            word(start, end, false, 'i');
            if (end < to) {
                gap(end);
            }
            start = end + 1;
        }
    }

    private static boolean looksDisguised(Units units, int from, int to) {
        int real = 0;
        int digits = 0;
        int signs = 0;
        for (int unit = from; unit < to; unit++) {
            if (units.isReal(unit)) {
                real++;
            } else if (Glyphs.disguised(units.letter(unit)) == 0) {
                return false;
            } else if (units.isSign(unit)) {
                signs++;
            } else {
                digits++;
            }
        }
        // "A55" is a road, "a$$" is not.
        boolean read = real >= 2 || (real == 1 && digits == 0);
        return read && digits + signs > 0 && digits + signs <= real + 1;
    }

    private static boolean hasTwofold(Units units, int from, int to) {
        for (int unit = from; unit < to; unit++) {
            if (Glyphs.isTwofold(units.letter(unit))) {
                return true;
            }
        }
        return false;
    }

    private void word(int from, int to, boolean undisguise, char twofold) {
        int begin = size;
        for (int unit = from; unit < to; unit++) {
            char letter = units.letter(unit);
            char meant = undisguise ? Glyphs.disguised(letter) : 0;
            if (meant == 'i' && !units.isReal(unit)) {
                meant = twofold;
            }
            boolean told = meant != 0 && (twofold == 'i' || Glyphs.isTwofold(letter));
            add(meant == 0 ? letter : meant, unit, told, begin);
        }
        if (size > begin) {
            bound(begin);
        }
        freeTheAlone(begin);
    }

    /// A word opens at its first letter and at its first real one, or at a few that stand before
    /// that; and closes likewise. A number opens and closes only at its ends.
    private void bound(int begin) {
        int firstReal = begin;
        while (firstReal < size && !isReal(firstReal)) {
            firstReal++;
        }
        opens[begin] |= 1;
        opens[size - 1] |= 2;
        if (firstReal == size) {
            return;
        }
        int lastReal = size - 1;
        while (!isReal(lastReal)) {
            lastReal--;
        }
        for (int at = Math.max(begin, firstReal - MOST_FREE); at <= firstReal; at++) {
            opens[at] |= 1;
        }
        for (int at = lastReal; at < Math.min(size, lastReal + MOST_FREE + 1); at++) {
            opens[at] |= 2;
        }
    }

    private boolean isReal(int at) {
        return units.isReal(last[at]) || units.isReal(first[at]);
    }

    private void freeTheAlone(int begin) {
        for (int at = begin; at < size; at++) {
            if (units.isAlone(first[at])) {
                opens[at] |= 3;
                if (at > begin) {
                    opens[at - 1] |= 2;
                }
                if (at + 1 < size) {
                    opens[at + 1] |= 1;
                }
            }
        }
    }

    private void add(char letter, int unit, boolean isDisguised, int begin) {
        if (size > begin && letters[size - 1] == letter) {
            last[size - 1] = unit;
            runs[size - 1]++;
            disguised[size] += isDisguised ? 1 : 0;
            return;
        }
        letters[size] = letter;
        first[size] = unit;
        last[size] = unit;
        runs[size] = 1;
        size++;
        disguised[size] = disguised[size - 1] + (isDisguised ? 1 : 0);
    }

    private void gap(int unit) {
        if (size > 0 && letters[size - 1] != ' ') {
            letters[size] = ' ';
            first[size] = Math.min(unit, units.size() - 1);
            last[size] = first[size];
            runs[size] = 1;
            size++;
            disguised[size] = disguised[size - 1];
        }
    }

    /// There is never a gap at the end.
    int size() {
        return size > 0 && letters[size - 1] == ' ' ? size - 1 : size;
    }

    char[] letters() {
        return Arrays.copyOf(letters, size());
    }

    char letter(int at) {
        return letters[at];
    }

    /// How often the letter was written, at most 255.
    int run(int at) {
        return Math.min(LONGEST_RUN, runs[at]);
    }

    boolean opensWord(int at) {
        return (opens[at] & 1) != 0;
    }

    boolean closesWord(int at) {
        return (opens[at] & 2) != 0;
    }

    /// Whether a word ends here whatever stands before it.
    boolean isBoundaryAfter(int at) {
        return at + 1 >= size || letters[at + 1] == ' ' || units.isAlone(first[at]) || units.isAlone(first[at + 1]);
    }

    /// Whether a sign or digit was read as a letter there; in the reading that takes some for an
    /// `l`, whether one of those was.
    boolean hasDisguise(int from, int to) {
        return disguised[to] > disguised[from];
    }

    char accent(int at) {
        return units.accent(first[at]);
    }

    boolean isForeign(int at) {
        return units.isForeign(first[at]);
    }

    int start(int at) {
        return units.start(first[at]);
    }

    int end(int at) {
        return units.end(last[at]);
    }
}
