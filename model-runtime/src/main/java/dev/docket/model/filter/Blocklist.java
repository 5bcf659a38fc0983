package dev.docket.model.filter;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import com.ibm.icu.text.UnicodeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds the terms of blocklists in a text, however they are written, and says where in the
/// original they stand.
///
/// Terms and text are folded alike ([Glyphs]), runs of one letter become one, and an
/// Aho-Corasick automaton in a double array goes over the folded text once for each way of
/// reading it ([Reading]): as written, with digits and signs as letters, and with single letters
/// put together. All of that is linear in the text whatever the text is. Only where the
/// automaton has met a term between two word boundaries are the things compared that folding
/// forgot ([Shape]).
///
/// Terms are compiled once; a list that changes is compiled anew and takes the old one's place.
/// Safe for any number of threads.
public final class Blocklist {
    private static final Blocklist EMPTY = new Blocklist(null);

    private final @Nullable AhoCorasickDoubleArrayTrie<Shape[]> automaton;

    private Blocklist(@Nullable AhoCorasickDoubleArrayTrie<Shape[]> automaton) {
        this.automaton = automaton;
    }

    public static Blocklist of(Collection<Term> terms) {
        var shapes = new TreeMap<String, List<Shape>>();
        var alphabets = new HashMap<String, UnicodeSet>();
        for (Term term : terms) {
            readings(term.text())
                    .forEach((key, reading) -> shapes.computeIfAbsent(key, unseen -> new ArrayList<>(1))
                            .add(Shape.of(term, reading, alphabets)));
        }
        if (shapes.isEmpty()) {
            return EMPTY;
        }
        var values = new TreeMap<String, Shape[]>();
        shapes.forEach((key, all) -> values.put(key, all.toArray(Shape[]::new)));
        var automaton = new AhoCorasickDoubleArrayTrie<Shape[]>();
        automaton.build(values);
        return new Blocklist(automaton);
    }

    /// Whether anything is left of a term to look for; punctuation alone is not.
    public static boolean isFindable(String term) {
        return !readings(term).isEmpty();
    }

    /// A term as written, and what its digits and signs stand for.
    private static Map<String, Reading> readings(String text) {
        var units = Units.of(text);
        var readings = new HashMap<String, Reading>();
        var plain = Reading.plain(units);
        var disguised = Reading.disguised(units, 'i');
        if (disguised != null) {
            readings.put(key(disguised), disguised);
        }
        // "a$$" without its signs would be "a".
        boolean whole =
                disguised == null || key(plain).length() == key(disguised).length();
        if (whole) {
            readings.put(key(plain), plain);
        }
        readings.remove("");
        return readings;
    }

    private static String key(Reading reading) {
        return new String(reading.letters());
    }

    /// The terms of the text's language and of all languages, in the order of the text; all
    /// terms where the language is [Term#ANY_LANGUAGE]. A term that an allowed one covers is not
    /// among them.
    public List<TermMatch> find(String text, String language) {
        if (automaton == null || text.isEmpty()) {
            return List.of();
        }
        var search = new Search(automaton, text, Shape.primary(language));
        search.run();
        return search.matches();
    }

    /// One search of one text.
    private static final class Search {
        private final AhoCorasickDoubleArrayTrie<Shape[]> automaton;
        private final String text;
        private final String language;
        private final Units units;
        private final Set<TermMatch> found = new LinkedHashSet<>();
        private boolean allowed;

        Search(AhoCorasickDoubleArrayTrie<Shape[]> automaton, String text, String language) {
            this.automaton = automaton;
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
            automaton.parseText(reading.letters(), (begin, end, shapes) -> {
                boolean word = reading.closesWord(end - 1) && reading.opensWord(begin);
                if (word && (!onlyDisguised || reading.hasDisguise(begin, end))) {
                    keep(reading, begin, end, shapes);
                }
            });
        }

        private void keep(Reading reading, int begin, int end, Shape[] shapes) {
            for (Shape shape : shapes) {
                if (shape.isAt(reading, units, begin, text, language)) {
                    allowed |= shape.term().allowed();
                    found.add(new TermMatch(shape.term(), reading.start(begin), reading.end(end - 1)));
                }
            }
        }

        List<TermMatch> matches() {
            var matches = new ArrayList<TermMatch>(found.size());
            found.stream()
                    .sorted(Comparator.comparingInt(TermMatch::start)
                            .thenComparing(TermMatch::end, Comparator.reverseOrder()))
                    .forEach(matches::add);
            return allowed ? unsilenced(matches) : List.copyOf(matches);
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
