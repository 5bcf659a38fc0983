package dev.docket.model.filter;

import dev.docket.model.filter.Words.Stretch;
import java.util.Arrays;

/// A text's letters read in one way, ready to be looked up: every run of one letter drawn
/// together into one position that knows how long the run was.
///
/// - **plain**: as written; signs part words.
/// - **disguised**: in words that mix letters with digits and signs, those stand for letters
///   (`sh1t`, `a$$`). There are two such readings where a `1`, `!` or `|` may be an `i` as well
///   as an `l`. Only those words are read so, and the few around them that one phrase may share
///   with them.
/// - **spelt**: three or more single letters with the same character between each (`i d i o t`,
///   `i.d.i.o.t`) are a word.
///
/// A word begins where no real letter comes before it up to the last gap, and ends likewise: in
/// `idiot123` and `!idiot` the word stands free, in `Scunthorpe` it does not.
///
/// The next way of reading takes the place of the last: a text is searched after each, and memory
/// that the processor has at hand is worth more than to have all of them at once.
final class Reading {
    private static final int SPELT = 3;
    private static final int LONGEST_RUN = 255;
    /// Digits and signs before or after a word that may or may not belong to it.
    private static final int MOST_FREE = 4;
    private static final int OPENS = 1;
    private static final int CLOSES = 2;

    private final Units units;
    private final char[] letters;
    private final int[] first;
    private final int[] last;
    private final byte[] bounds;
    /// How many disguises were read before each position, in a disguised reading.
    private final int[] disguises;
    private Kind kind = Kind.PLAIN;
    private int size;

    private enum Kind {
        PLAIN,
        DISGUISED,
        SPELT
    }

    Reading(Units units) {
        this.units = units;
        letters = new char[units.size() + 1];
        first = new int[units.size() + 1];
        last = new int[units.size() + 1];
        bounds = new byte[units.size() + 1];
        disguises = new int[units.size() + 2];
    }

    Reading plain() {
        begin(Kind.PLAIN);
        for (int from = 0; from < units.size(); ) {
            int to = from;
            while (to < units.size() && !units.isGapOrSign(to)) {
                to++;
            }
            word(from, to);
            while (to < units.size() && units.isGapOrSign(to)) {
                to++;
            }
            gap(to - 1);
            from = to;
        }
        return end();
    }

    /// @param twofold what a `1` is read as
    Reading disguised(Words words, Stretch stretch, char twofold) {
        begin(Kind.DISGUISED);
        for (int word = stretch.from(); word < stretch.to(); word++) {
            if (words.isDisguised(word)) {
                disguisedWord(words.from(word), words.to(word), twofold);
            } else {
                plainWords(words.from(word), words.to(word));
            }
            gap(words.to(word));
        }
        return end();
    }

    /// Empty for most texts.
    Reading spelt() {
        begin(Kind.SPELT);
        for (int from = 0; from < units.size(); ) {
            int to = from;
            int real = 0;
            while (isSingle(to) && (to == from || to < from + 4 || units.sameGap(to - 1, from + 1))) {
                real += units.isReal(to) ? 1 : 0;
                to += 2;
            }
            boolean spelt = to >= from + 2 * SPELT;
            if (spelt && real >= 2) {
                speltWord(from, to);
            }
            from = spelt ? to - 1 : from + 1;
        }
        return end();
    }

    private void begin(Kind way) {
        kind = way;
        size = 0;
    }

    /// There is never a gap at the end.
    private Reading end() {
        size -= size > 0 && letters[size - 1] == ' ' ? 1 : 0;
        return this;
    }

    private boolean isSingle(int unit) {
        return unit < units.size()
                && !units.isGap(unit)
                && (unit + 1 >= units.size() || units.isGap(unit + 1))
                && (unit == 0 || units.isGap(unit - 1));
    }

    private void speltWord(int from, int to) {
        int begin = size;
        for (int unit = from; unit < to; unit += 2) {
            char letter = units.letter(unit);
            char meant = Glyphs.disguised(letter);
            add(meant == 0 ? letter : meant, unit, begin);
        }
        bounds[begin] |= OPENS;
        bounds[size - 1] |= CLOSES;
        gap(to);
    }

    private void disguisedWord(int from, int to, char twofold) {
        int begin = size;
        for (int unit = from; unit < to; unit++) {
            char letter = units.letter(unit);
            if (units.isReal(unit)) {
                add(letter, unit, begin);
            } else {
                char meant = Glyphs.disguised(letter);
                add(meant == 'i' ? twofold : meant, unit, begin);
                disguises[size] += twofold == 'i' || meant == 'i' ? 1 : 0;
            }
        }
        bound(begin);
    }

    /// Signs part words here.
    private void plainWords(int from, int to) {
        for (int start = from; start < to; ) {
            int end = start;
            while (end < to && !units.isSign(end)) {
                end++;
            }
            word(start, end);
            if (end < to) {
                gap(end);
            }
            start = end + 1;
        }
    }

    private void word(int from, int to) {
        int begin = size;
        for (int unit = from; unit < to; unit++) {
            add(units.letter(unit), unit, begin);
        }
        if (size > begin) {
            bound(begin);
        }
    }

    /// A word opens at its first letter and at its first real one, or at a few that stand before
    /// that; and closes likewise. A number opens and closes only at its ends.
    private void bound(int begin) {
        bounds[begin] |= OPENS;
        bounds[size - 1] |= CLOSES;
        int firstReal = begin;
        while (firstReal < size && !isReal(firstReal)) {
            firstReal++;
        }
        if (firstReal < size) {
            boundReal(begin, firstReal);
        }
        if (units.hasAlone(first[begin], last[size - 1] + 1)) {
            freeTheAlone(begin);
        }
    }

    private void boundReal(int begin, int firstReal) {
        int lastReal = size - 1;
        while (!isReal(lastReal)) {
            lastReal--;
        }
        for (int at = Math.max(begin, firstReal - MOST_FREE); at <= firstReal; at++) {
            bounds[at] |= OPENS;
        }
        for (int at = lastReal; at < Math.min(size, lastReal + MOST_FREE + 1); at++) {
            bounds[at] |= CLOSES;
        }
    }

    private boolean isReal(int at) {
        return units.isReal(last[at]) || units.isReal(first[at]);
    }

    private void freeTheAlone(int begin) {
        for (int at = begin; at < size; at++) {
            if (units.isAlone(first[at])) {
                bounds[at] |= OPENS | CLOSES;
                if (at > begin) {
                    bounds[at - 1] |= CLOSES;
                }
                if (at + 1 < size) {
                    bounds[at + 1] |= OPENS;
                }
            }
        }
    }

    private void add(char letter, int unit, int begin) {
        if (size > begin && letters[size - 1] == letter) {
            last[size - 1] = unit;
        } else {
            position(letter, unit);
        }
    }

    private void gap(int unit) {
        if (size > 0 && letters[size - 1] != ' ') {
            position(' ', Math.min(unit, units.size() - 1));
        }
    }

    private void position(char letter, int unit) {
        letters[size] = letter;
        first[size] = unit;
        last[size] = unit;
        bounds[size] = 0;
        disguises[size + 1] = disguises[size];
        size++;
    }

    int size() {
        return size;
    }

    char[] letters() {
        return Arrays.copyOf(letters, size);
    }

    char letter(int at) {
        return letters[at];
    }

    /// How often the letter was written, at most 255.
    int run(int at) {
        int more = last[at] - first[at];
        return Math.min(LONGEST_RUN, 1 + (kind == Kind.SPELT ? more / 2 : more));
    }

    boolean opensWord(int at) {
        return (bounds[at] & OPENS) != 0;
    }

    boolean closesWord(int at) {
        return (bounds[at] & CLOSES) != 0;
    }

    /// Whether a word ends here whatever stands before it.
    boolean isBoundaryAfter(int at) {
        return at + 1 >= size || letters[at + 1] == ' ' || units.isAlone(first[at]) || units.isAlone(first[at + 1]);
    }

    /// Whether a match there is for this reading to tell. A disguised one tells only of what has a
    /// sign or digit that was read as a letter; the one that takes some for an `l`, of those.
    boolean tells(int from, int to) {
        return kind != Kind.DISGUISED || disguises[to] > disguises[from];
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
