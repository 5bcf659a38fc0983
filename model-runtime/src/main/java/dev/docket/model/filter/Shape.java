package dev.docket.model.filter;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// A term's folded letters, and all that folding forgets: how often each letter stands, its
/// accents, its language. Looked at only where the letters agree and words end.
final class Shape {
    /// A letter written this often is drawn out; written twice it may be another word ("con",
    /// "coon").
    private static final int DRAWN_OUT = 3;

    private static final int RUN_BITS = 16;
    private static final int BOUNDARY = 1 << 24;
    private static final char[] NO_ACCENTS = {};

    private final Term term;
    private final Language language;
    /// Each with its run and whether a word ends after it.
    private final int[] letters;
    /// Empty where no letter has one.
    private final char[] accents;
    private final boolean literal;
    private final boolean inside;
    private final boolean goesOn;
    private final boolean foreign;
    private final boolean latin;

    /// @param alphabet letters that are no disguise of others in it
    record Language(String code, UnicodeSet alphabet) {
        private static Language of(String code) {
            return new Language(
                    code,
                    code.equals(Term.ANY_LANGUAGE)
                            ? UnicodeSet.EMPTY
                            : LocaleData.getExemplarSet(new ULocale(code), 0).freeze());
        }

        private boolean speaks(String spoken) {
            return code.equals(Term.ANY_LANGUAGE) || spoken.equals(Term.ANY_LANGUAGE) || code.equals(spoken);
        }
    }

    private Shape(Term term, Reading reading, Map<String, Language> languages) {
        this.term = term;
        language = languages.computeIfAbsent(primary(term.language()), Language::of);
        letters = new int[reading.size()];
        accents = accents(reading);
        inside = Fragments.begins(term.text());
        goesOn = Fragments.ends(term.text());
        boolean allForeign = true;
        boolean anyForeign = false;
        boolean singles = reading.size() > 1;
        for (int at = 0; at < letters.length; at++) {
            boolean gap = reading.letter(at) == ' ';
            letters[at] = letter(reading, at);
            allForeign &= gap || reading.isForeign(at);
            anyForeign |= !gap && reading.isForeign(at);
            singles &= gap == (at % 2 == 1) && reading.run(at) == 1;
        }
        foreign = allForeign;
        latin = !anyForeign;
        literal = singles;
    }

    private static int letter(Reading reading, int at) {
        return (reading.isBoundaryAfter(at) ? BOUNDARY : 0) | reading.run(at) << RUN_BITS | reading.letter(at);
    }

    private static char[] accents(Reading reading) {
        var accents = new char[reading.size()];
        for (int at = 0; at < accents.length; at++) {
            accents[at] = reading.letter(at) == ' ' ? 0 : reading.accent(at);
        }
        return Arrays.equals(accents, new char[accents.length]) ? NO_ACCENTS : accents;
    }

    /// @param languages those that other terms of the list are of; a new one joins them
    static Shape of(Term term, Reading reading, Map<String, Language> languages) {
        return new Shape(term, reading, languages);
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
        var all = new StringBuilder(letters.length);
        for (int at = 0; at < letters.length; at++) {
            all.append(letter(at));
        }
        return all.toString();
    }

    /// How many words it has, less one.
    int gaps() {
        return (int) letters().chars().filter(letter -> letter == ' ').count();
    }

    char letter(int at) {
        return (char) letters[at];
    }

    private char accent(int at) {
        return accents.length == 0 ? 0 : accents[at];
    }

    private int run(int at) {
        return letters[at] >>> RUN_BITS & 0xff;
    }

    boolean isBoundaryAfter(int at) {
        return (letters[at] & BOUNDARY) != 0;
    }

    /// Whether this very term stands at `from`, in a text of the language.
    boolean isAt(Reading reading, Units units, int from, String text, String spoken) {
        return language.speaks(spoken)
                && agrees(reading, from)
                && script(reading, units, from)
                && literally(reading, from, text);
    }

    /// Where the word goes on, a letter may be the end of the term and the beginning of the rest: `*shit*` in
    /// "shitty".
    private boolean agrees(Reading reading, int from) {
        for (int at = 0; at < letters.length; at++) {
            char letter = reading.letter(from + at);
            if (letter != letter(at) || !runAgrees(at, reading.run(from + at))) {
                return false;
            }
            if (letter != ' ' && !accentAgrees(accent(at), reading.accent(from + at))) {
                return false;
            }
        }
        return true;
    }

    private boolean runAgrees(int at, int run) {
        int wanted = run(at);
        return run == wanted
                || (run > wanted && (isShared(at) || (run >= DRAWN_OUT && !Character.isDigit(letter(at)))));
    }

    private boolean isShared(int at) {
        return (at == 0 && inside) || (at == letters.length - 1 && goesOn);
    }

    /// `ano` is not `año` to whom both are letters; to everybody else an accent that a term
    /// lacks is a disguise.
    private boolean accentAgrees(char wanted, char accent) {
        return wanted == accent || (wanted == 0 && !language.alphabet().contains(accent));
    }

    /// A word of another script that only looks like the term is that other word, where the text
    /// is written in it.
    private boolean script(Reading reading, Units units, int from) {
        if (!units.hasForeign()) {
            return !foreign;
        }
        boolean disguised = !latin || !units.hasGenuine();
        for (int at = from; at < from + letters.length && !disguised; at++) {
            disguised = reading.letter(at) != ' ' && !reading.isForeign(at);
        }
        return disguised;
    }

    /// Single letters, as in "s&m", are only themselves with what stands between them.
    private boolean literally(Reading reading, int from, String text) {
        if (!literal) {
            return true;
        }
        String found = text.substring(reading.start(from), reading.end(from + letters.length - 1));
        return found.equalsIgnoreCase(Fragments.core(term.text()));
    }
}
