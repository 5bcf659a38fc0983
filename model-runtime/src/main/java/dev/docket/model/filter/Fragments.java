package dev.docket.model.filter;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Terms that may begin or end inside a word (`*foo*`, `foo*`, `*foo`), found by an automaton over the
/// folded letters that sees all of them in one pass (Aho and Corasick, in a double array).
///
/// The boundary on a side without a star is looked at afterwards, as are the things that folding
/// forgot. Whole words and phrases are not in here: see [Dictionary] for why.
final class Fragments {
    static final char ANY = '*';
    /// A fragment of fewer letters is in half of all words.
    static final int FEWEST_LETTERS = 3;

    private final @Nullable AhoCorasickDoubleArrayTrie<Shape[]> automaton;

    private Fragments(@Nullable AhoCorasickDoubleArrayTrie<Shape[]> automaton) {
        this.automaton = automaton;
    }

    static Fragments of(List<Shape> all) {
        if (all.isEmpty()) {
            return new Fragments(null);
        }
        Map<String, List<Shape>> byLetters = new TreeMap<>();
        for (Shape fragment : all) {
            byLetters
                    .computeIfAbsent(fragment.letters(), unseen -> new ArrayList<>(1))
                    .add(fragment);
        }
        var fragments = new TreeMap<String, Shape[]>();
        byLetters.forEach((letters, alike) -> fragments.put(letters, alike.toArray(Shape[]::new)));
        var automaton = new AhoCorasickDoubleArrayTrie<Shape[]>();
        automaton.build(fragments);
        return new Fragments(automaton);
    }

    static boolean isFragment(String term) {
        return begins(term) || ends(term);
    }

    static boolean begins(String term) {
        return term.strip().charAt(0) == ANY;
    }

    static boolean ends(String term) {
        String bare = term.strip();
        return bare.charAt(bare.length() - 1) == ANY;
    }

    /// The term without its stars.
    static String core(String term) {
        String bare = term.strip();
        int from = 0;
        int to = bare.length();
        while (from < to && bare.charAt(from) == ANY) {
            from++;
        }
        while (to > from && bare.charAt(to - 1) == ANY) {
            to--;
        }
        return bare.substring(from, to);
    }

    void search(Reading reading, List<Candidate> found) {
        if (automaton == null) {
            return;
        }
        automaton.parseText(reading.letters(), (begin, end, fragments) -> {
            for (int at = 0; at < fragments.length && reading.tells(begin, end); at++) {
                if (fits(fragments[at], reading, begin, end)) {
                    found.add(new Candidate(begin, end, fragments, at));
                }
            }
        });
    }

    private static boolean fits(Shape fragment, Reading reading, int begin, int end) {
        return (fragment.isInside() || reading.opensWord(begin)) && (fragment.goesOn() || reading.closesWord(end - 1));
    }
}
