package dev.docket.model.filter;

import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the terms of blocklists in a text, however they are written, and says where in the
/// original they stand.
///
/// Terms and text are folded alike (`Glyphs`), runs of one letter become one, and the text is
/// looked up once for each way of reading it (`Reading`): as written, with digits and signs as
/// letters, and with single letters put together. All of that is linear in the text whatever the
/// text is (`Dictionary`). Only where letters agree between two word boundaries are the things
/// compared that folding forgot (`Shape`).
///
/// A star at the end of a term lets a word go on after it (`foo*`), at its beginning before it
/// (`*foo`); such fragments are found by an automaton of their own (`Fragments`).
///
/// Terms are compiled once; a list that changes is compiled anew and takes the old one's place.
/// Safe for any number of threads.
public final class Blocklist {
    private static final Comparator<TermMatch> IN_ORDER = Comparator.comparingInt(TermMatch::start)
            .thenComparing(TermMatch::end, Comparator.reverseOrder())
            .thenComparingLong(match -> match.term().id());

    private final Dictionary terms;
    private final Fragments fragments;

    private Blocklist(Dictionary terms, Fragments fragments) {
        this.terms = terms;
        this.fragments = fragments;
    }

    public static Blocklist of(Collection<Term> terms) {
        var shapes = new ArrayList<Shape>(terms.size());
        var alphabets = new HashMap<String, UnicodeSet>();
        var fragments = new ArrayList<Shape>();
        for (Term term : terms) {
            for (Reading reading : readings(term.text())) {
                boolean fragment = Fragments.isFragment(term.text());
                (fragment ? fragments : shapes).add(Shape.of(term, reading, alphabets));
            }
        }
        return new Blocklist(Dictionary.of(shapes), Fragments.of(fragments));
    }

    /// Whether anything is left of a term to look for; punctuation alone is not, nor are two letters that may
    /// stand inside any word.
    public static boolean isFindable(String term) {
        return !readings(term).isEmpty();
    }

    /// A term as written, and what its digits and signs stand for.
    private static List<Reading> readings(String text) {
        boolean fragment = !text.isBlank() && Fragments.isFragment(text);
        var units = Units.of(fragment ? Fragments.core(text) : text);
        var readings = new ArrayList<Reading>(2);
        var plain = Reading.plain(units);
        var disguised = Reading.disguised(units, 'i');
        if (disguised != null) {
            readings.add(disguised);
        }
        // "a$$" without its signs would be "a".
        if (disguised == null || plain.size() == disguised.size()) {
            readings.add(plain);
        }
        readings.removeIf(reading -> reading.size() < (fragment ? Fragments.FEWEST_LETTERS : 1));
        return readings;
    }

    /// The terms of the text's language and of all languages, in the order of the text; all
    /// terms where the language is [Term#ANY_LANGUAGE]. A term that an allowed one covers is not
    /// among them.
    public List<TermMatch> find(String text, String language) {
        if (text.isEmpty()) {
            return List.of();
        }
        var search = new Search(this, text, Shape.primary(language));
        search.run();
        return search.matches();
    }

    /// One search of one text.
    private static final class Search {
        private final Blocklist list;
        private final String text;
        private final String language;
        private final Units units;
        private final List<TermMatch> found = new ArrayList<>();
        private boolean allowed;

        Search(Blocklist list, String text, String language) {
            this.list = list;
            this.text = text;
            this.language = language;
            units = Units.of(text);
        }

        void run() {
            search(Reading.plain(units), false);
            @Nullable Reading disguised = Reading.disguised(units, 'i');
            if (disguised != null) {
                search(disguised, true);
                search(Reading.disguised(units, 'l'), true);
            }
            search(Reading.spelt(units), false);
        }

        private void search(@Nullable Reading reading, boolean onlyDisguised) {
            if (reading == null) {
                return;
            }
            Dictionary.Found taken = (begin, end, shape) -> {
                boolean wanted = !onlyDisguised || reading.hasDisguise(begin, end);
                if (wanted && shape.isAt(reading, units, begin, text, language)) {
                    allowed |= shape.term().allowed();
                    found.add(new TermMatch(shape.term(), reading.start(begin), reading.end(end - 1)));
                }
            };
            list.terms.search(reading, onlyDisguised, taken);
            list.fragments.search(reading, taken);
        }

        List<TermMatch> matches() {
            found.sort(IN_ORDER);
            var matches = new ArrayList<TermMatch>(found.size());
            for (TermMatch match : found) {
                if (matches.isEmpty() || !isSame(matches.getLast(), match)) {
                    matches.add(match);
                }
            }
            return allowed ? unsilenced(matches) : matches;
        }

        /// Two readings may find one match.
        private static boolean isSame(TermMatch one, TermMatch other) {
            return one.term() == other.term() && one.start() == other.start() && one.end() == other.end();
        }

        /// Sorted by where they start, so the allowed term that reaches furthest is the only one
        /// to compare with.
        private static List<TermMatch> unsilenced(List<TermMatch> sorted) {
            var heard = new ArrayList<TermMatch>();
            int covered = -1;
            for (int i = 0; i < sorted.size(); ) {
                int start = sorted.get(i).start();
                int to = i;
                while (to < sorted.size() && sorted.get(to).start() == start) {
                    covered = sorted.get(to).term().allowed()
                            ? Math.max(covered, sorted.get(to).end())
                            : covered;
                    to++;
                }
                for (; i < to; i++) {
                    var match = Objects.requireNonNull(sorted.get(i));
                    if (!match.term().allowed() && match.end() > covered) {
                        heard.add(match);
                    }
                }
            }
            return heard;
        }
    }
}
