package dev.docket.model.filter;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;

/// A term's folded letters, and all that folding forgets: how often each letter stands, its
/// accents, its language. Looked at only where the letters agree and words end.
final class Shape {
    /// A letter written this often is drawn out; written twice it may be another word ("con",
    /// "coon").
    private static final int DRAWN_OUT = 3;

    private final Term term;
    private final String language;
    private final UnicodeSet alphabet;
    private final char[] letters;
    private final byte[] runs;
    private final boolean[] boundaries;
    private final char[] accents;
    private final boolean literal;
    private final boolean inside;
    private final boolean goesOn;
    private final boolean foreign;
    private final boolean latin;

    private Shape(Term term, Reading reading, Map<String, UnicodeSet> alphabets) {
        this.term = term;
        language = primary(term.language());
        alphabet = alphabets.computeIfAbsent(language, Shape::alphabet);
        letters = new char[reading.size()];
        runs = new byte[reading.size()];
        boundaries = new boolean[reading.size()];
        accents = new char[reading.size()];
        inside = Fragments.begins(term.text());
        goesOn = Fragments.ends(term.text());
        boolean allForeign = true;
        boolean anyForeign = false;
        boolean singles = reading.size() > 1;
        for (int at = 0; at < runs.length; at++) {
            letters[at] = reading.letter(at);
            runs[at] = (byte) reading.run(at);
            boundaries[at] = reading.isBoundaryAfter(at);
            accents[at] = reading.accent(at);
            boolean gap = reading.letter(at) == ' ';
            accents[at] = gap ? 0 : accents[at];
            allForeign &= gap || reading.isForeign(at);
            anyForeign |= !gap && reading.isForeign(at);
            singles &= gap == (at % 2 == 1) && reading.run(at) == 1;
        }
        foreign = allForeign;
        latin = !anyForeign;
        literal = singles;
    }

    static Shape of(Term term, Reading reading, Map<String, UnicodeSet> alphabets) {
        return new Shape(term, reading, alphabets);
    }

    private static UnicodeSet alphabet(String language) {
        return language.equals(Term.ANY_LANGUAGE)
                ? UnicodeSet.EMPTY
                : LocaleData.getExemplarSet(new ULocale(language), 0).freeze();
    }

    static String primary(String language) {
        int end = 0;
        while (end < language.length() && Character.isLetter(language.charAt(end))) {
            end++;
        }
        return language.substring(0, end).toLowerCase(Locale.ROOT);
    }

    Term term() {
        return term;
    }

    /// Whether letters of the same word may come before it.
    boolean isInside() {
        return inside;
    }

    /// Whether letters of the same word may follow it.
    boolean goesOn() {
        return goesOn;
    }

    int length() {
        return letters.length;
    }

    String letters() {
        return new String(letters);
    }

    char letter(int at) {
        return letters[at];
    }

    boolean isBoundaryAfter(int at) {
        return boundaries[at];
    }

    /// Whether this very term stands at `from`, in a text of the language.
    boolean isAt(Reading reading, Units units, int from, String text, String spoken) {
        return speaks(spoken)
                && agrees(reading, from)
                && script(reading, units, from)
                && literally(reading, from, text);
    }

    private boolean speaks(String spoken) {
        return language.equals(Term.ANY_LANGUAGE) || spoken.equals(Term.ANY_LANGUAGE) || language.equals(spoken);
    }

    /// Where the word goes on, a letter may be the end of the term and the beginning of the rest: `*shit*` in
    /// "shitty".
    private boolean agrees(Reading reading, int from) {
        for (int i = 0; i < runs.length; i++) {
            int at = from + i;
            if (reading.letter(at) != letters[i]) {
                return false;
            }
            int wanted = runs[i] & 0xff;
            int run = reading.run(at);
            boolean shared = run > wanted && ((i == 0 && inside) || (i == runs.length - 1 && goesOn));
            boolean drawnOut = run >= DRAWN_OUT && run > wanted && !Character.isDigit(reading.letter(at));
            if (run != wanted && !drawnOut && !shared) {
                return false;
            }
            if (reading.letter(at) != ' ' && !accentAgrees(accents[i], reading.accent(at))) {
                return false;
            }
        }
        return true;
    }

    /// `ano` is not `año` to whom both are letters; to everybody else an accent that a term
    /// lacks is a disguise.
    private boolean accentAgrees(char wanted, char accent) {
        return wanted == accent || (wanted == 0 && !alphabet.contains(accent));
    }

    /// A word of another script that only looks like the term is that other word, where the text
    /// is written in it.
    private boolean script(Reading reading, Units units, int from) {
        if (!units.hasForeign()) {
            return !foreign;
        }
        boolean disguised = !latin || !units.hasGenuine();
        for (int at = from; at < from + runs.length && !disguised; at++) {
            disguised = reading.letter(at) != ' ' && !reading.isForeign(at);
        }
        return disguised;
    }

    /// Single letters, as in "s&m", are only themselves with what stands between them.
    private boolean literally(Reading reading, int from, String text) {
        if (!literal) {
            return true;
        }
        String found = text.substring(reading.start(from), reading.end(from + runs.length - 1));
        return found.equalsIgnoreCase(Fragments.core(term.text()));
    }
}
