package dev.docket.model.filter;

import dev.docket.model.filter.Shape.Language;
import dev.docket.model.filter.Words.Stretch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    private final Dictionary terms;
    private final Fragments fragments;
    /// How many words before and after one a term may share with it.
    private final int reach;
    /// Whether any term is an allowed one.
    private final boolean allows;

    private Blocklist(List<Shape> terms, List<Shape> fragments) {
        this.terms = Dictionary.of(terms);
        this.fragments = Fragments.of(fragments);
        var all = Stream.concat(terms.stream(), fragments.stream()).toList();
        reach = all.stream().mapToInt(Shape::gaps).max().orElse(0);
        allows = all.stream().anyMatch(shape -> shape.term().allowed());
    }

    public static Blocklist of(Collection<Term> terms) {
        var shapes = new ArrayList<Shape>(terms.size());
        var languages = new HashMap<String, Language>();
        var fragments = new ArrayList<Shape>();
        for (Term term : terms) {
            for (Reading reading : readings(term.text())) {
                boolean fragment = Fragments.isFragment(term.text());
                (fragment ? fragments : shapes).add(Shape.of(term, reading, languages));
            }
        }
        return new Blocklist(shapes, fragments);
    }

    /// Whether anything is left of a term to look for; punctuation alone is not, nor are two letters that may
    /// stand inside any word.
    public static boolean isFindable(String term) {
        return !readings(term).isEmpty();
    }

    /// A term as written, and what its digits and signs stand for.
    static List<Reading> readings(String text) {
        boolean fragment = !text.isBlank() && Fragments.isFragment(text);
        var units = Units.of(fragment ? Fragments.core(text) : text);
        var words = Words.of(units);
        var readings = new ArrayList<Reading>(2);
        for (Stretch all : words.disguised('i', words.size())) {
            readings.add(new Reading(units).disguised(words, all, 'i'));
        }
        var plain = new Reading(units).plain();
        // "a$$" without its signs would be "a".
        if (readings.isEmpty() || readings.getFirst().size() == plain.size()) {
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
        private final Reading reading;
        private final List<TermMatch> found = new ArrayList<>();
        private final List<Candidate> candidates = new ArrayList<>();

        Search(Blocklist list, String text, String language) {
            this.list = list;
            this.text = text;
            this.language = language;
            units = Units.of(text);
            reading = new Reading(units);
        }

        void run() {
            search(reading.plain());
            var words = Words.of(units);
            searchDisguised(words, 'i');
            searchDisguised(words, 'l');
            search(reading.spelt());
        }

        private void searchDisguised(Words words, char twofold) {
            for (Stretch stretch : words.disguised(twofold, list.reach)) {
                search(reading.disguised(words, stretch, twofold));
            }
        }

        private void search(Reading read) {
            candidates.clear();
            list.terms.search(read, candidates);
            list.fragments.search(read, candidates);
            candidates.removeIf(candidate -> !candidate.fits(read));
            candidates.forEach(this::take);
        }

        private void take(Candidate candidate) {
            Shape shape = candidate.term();
            int begin = candidate.begin();
            if (shape.isAt(reading, units, begin, text, language)) {
                found.add(new TermMatch(shape.term(), reading.start(begin), reading.end(candidate.end() - 1)));
            }
        }

        List<TermMatch> matches() {
            found.sort(Search::inOrder);
            var matches = new ArrayList<TermMatch>(found.size());
            for (TermMatch match : found) {
                if (matches.isEmpty() || !isSame(matches.getLast(), match)) {
                    matches.add(match);
                }
            }
            return list.allows ? unsilenced(matches) : matches;
        }

        /// Of two that begin together the longer one comes first.
        private static int inOrder(TermMatch one, TermMatch other) {
            if (one.start() != other.start()) {
                return Integer.compare(one.start(), other.start());
            }
            return one.end() == other.end()
                    ? Long.compare(one.term().id(), other.term().id())
                    : Integer.compare(other.end(), one.end());
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
