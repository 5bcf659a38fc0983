package dev.docket.model.filter;

import java.util.ArrayList;
import java.util.List;

/// The words of a text as its gaps part them, and which of them mix letters with digits and signs.
/// What is nothing but signs is no word.
final class Words {
    private static final int DISGUISED = 1;
    private static final int TWOFOLD = 2;

    private final Units units;
    private final int[] from;
    private final int[] to;
    private final byte[] looks;
    private int size;

    /// Some words that follow one another.
    record Stretch(int from, int to) {}

    private Words(Units units) {
        this.units = units;
        from = new int[units.gaps() + 1];
        to = new int[units.gaps() + 1];
        looks = new byte[units.gaps() + 1];
    }

    static Words of(Units units) {
        var words = new Words(units);
        for (int begin = 0; begin < units.size(); ) {
            int end = begin;
            boolean real = true;
            while (end < units.size() && !units.isGap(end)) {
                real &= units.isReal(end++);
            }
            if (real) {
                words.add(begin, end, 0);
            } else {
                words.addMixed(begin, end);
            }
            begin = end + 1;
        }
        return words;
    }

    private void addMixed(int begin, int end) {
        int meant = beforeExclamation(begin, end);
        if (looksDisguised(begin, meant)) {
            add(begin, meant, hasTwofold(begin, meant) ? DISGUISED | TWOFOLD : DISGUISED);
        } else if (!isSigns(begin, end)) {
            add(begin, end, 0);
        }
    }

    private void add(int begin, int end, int look) {
        if (begin == end) {
            return;
        }
        from[size] = begin;
        to[size] = end;
        looks[size++] = (byte) look;
    }

    /// Signs that mostly are what they are at the end of a word: "Hello!".
    private int beforeExclamation(int begin, int end) {
        int meant = end;
        while (meant > begin && units.isSign(meant - 1) && "!+|".indexOf(units.letter(meant - 1)) >= 0) {
            meant--;
        }
        return meant;
    }

    private boolean looksDisguised(int begin, int end) {
        int real = 0;
        int digits = 0;
        int signs = 0;
        for (int unit = begin; unit < end; unit++) {
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

    private boolean hasTwofold(int begin, int end) {
        for (int unit = begin; unit < end; unit++) {
            if (Glyphs.isTwofold(units.letter(unit))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSigns(int begin, int end) {
        for (int unit = begin; unit < end; unit++) {
            if (!units.isSign(unit)) {
                return false;
            }
        }
        return true;
    }

    int size() {
        return size;
    }

    int from(int word) {
        return from[word];
    }

    /// Without the signs at its end where it looks disguised.
    int to(int word) {
        return to[word];
    }

    boolean isDisguised(int word) {
        return looks[word] != 0;
    }

    /// The words that look disguised, each with as many before and after it as are in `reach`.
    ///
    /// @param twofold what a `1` is read as: for `l` only words that have one are looked for
    List<Stretch> disguised(char twofold, int reach) {
        int look = twofold == 'i' ? DISGUISED : TWOFOLD;
        var stretches = new ArrayList<Stretch>();
        for (int word = next(0, look); word < size; ) {
            int begin = Math.max(0, word - reach);
            int end = word;
            while (word < size && word - reach <= end) {
                end = Math.min(size, word + reach + 1);
                word = next(word + 1, look);
            }
            stretches.add(new Stretch(begin, end));
        }
        return stretches;
    }

    private int next(int word, int look) {
        int next = word;
        while (next < size && (looks[next] & look) == 0) {
            next++;
        }
        return next;
    }
}
