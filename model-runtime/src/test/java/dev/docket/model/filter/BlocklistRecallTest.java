package dev.docket.model.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.filter.Words.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a blocklist finds against the plain and slow way: each term is held to each place of each
/// reading of the whole text.
class BlocklistRecallTest {
    private static final String[] SYLLABLES = {"i", "l", "a", "s", "il", "li", "ass", "sil", "á", "1", "$", "a1"};
    private static final String[] PARTS = {
        "i", "l", "a", "s", "il", "li", "ass", "sil", "á", "1", "$", "!", "0", "4", "L", "ⓘ", "а", "\u200B", "\u0301",
        "ii", "sss"
    };
    private static final String[] GAPS = {" ", " ", " ", ".", " - ", " $ ", "-", "! "};

    private final Random random = new Random(5);

    record Place(long term, int start, int end) {}

    @Test
    void wordsAndPhrasesAreFoundAsBySlowSearch() {
        var terms = terms("%s");
        var list = Blocklist.of(terms);
        for (int i = 0; i < 400; i++) {
            String text = text();
            assertThat(found(list, text)).as(text).isEqualTo(slowly(terms, text));
        }
    }

    @Test
    void fragmentsAreFoundAsBySlowSearch() {
        var terms = terms("*%s*");
        terms.addAll(terms("%s*"));
        var list = Blocklist.of(terms);
        for (int i = 0; i < 200; i++) {
            String text = text();
            assertThat(found(list, text)).as(text).isEqualTo(slowly(terms, text));
        }
    }

    private List<Term> terms(String pattern) {
        var terms = new ArrayList<Term>();
        while (terms.size() < 150) {
            String text = pattern.formatted(words(random.nextInt(1, 4), SYLLABLES, " "));
            if (Blocklist.isFindable(text)) {
                terms.add(new Term(random.nextLong(), text, Term.ANY_LANGUAGE, false));
            }
        }
        return terms;
    }

    private String text() {
        return words(random.nextInt(1, 30), PARTS, GAPS);
    }

    private String words(int count, String[] parts, String... gaps) {
        var words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            for (int part = random.nextInt(1, 4); part > 0; part--) {
                words.append(parts[random.nextInt(parts.length)]);
            }
            words.append(word + 1 < count ? gaps[random.nextInt(gaps.length)] : "");
        }
        return words.toString();
    }

    private static Set<Place> found(Blocklist list, String text) {
        var places = new HashSet<Place>();
        for (var match : list.find(text, "en")) {
            places.add(new Place(match.term().id(), match.start(), match.end()));
        }
        return places;
    }

    private static Set<Place> slowly(List<Term> terms, String text) {
        var units = Units.of(text);
        var places = new HashSet<Place>();
        for (Reading reading : readings(units)) {
            for (Term term : terms) {
                for (Shape shape : shapes(term)) {
                    for (int begin = 0; begin + shape.length() <= reading.size(); begin++) {
                        int end = begin + shape.length();
                        if (mayStand(shape, reading, begin, end) && shape.isAt(reading, units, begin, text, "en")) {
                            places.add(new Place(term.id(), reading.start(begin), reading.end(end - 1)));
                        }
                    }
                }
            }
        }
        return places;
    }

    private static boolean mayStand(Shape shape, Reading reading, int begin, int end) {
        return reading.tells(begin, end)
                && (shape.isInside() || reading.opensWord(begin))
                && (shape.goesOn() || reading.closesWord(end - 1));
    }

    private static List<Reading> readings(Units units) {
        var words = Words.of(units);
        var all = new Stretch(0, words.size());
        return List.of(
                new Reading(units).plain(),
                new Reading(units).disguised(words, all, 'i'),
                new Reading(units).disguised(words, all, 'l'),
                new Reading(units).spelt());
    }

    private static List<Shape> shapes(Term term) {
        return Blocklist.readings(term.text()).stream()
                .map(reading -> Shape.of(term, reading, new HashMap<>()))
                .toList();
    }
}
