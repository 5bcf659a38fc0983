package dev.docket.bench;

import dev.docket.model.filter.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Terms that nobody needs to read: words of two to four syllables, as alike as those of a language.
final class SampleTerms {
    private final RandomGenerator random;

    SampleTerms(RandomGenerator random) {
        this.random = random;
    }

    /// Every fourth a phrase.
    List<Term> terms(int count) {
        var terms = new ArrayList<Term>(count);
        for (int i = 0; i < count; i++) {
            String text = i % 4 == 0 ? word() + " " + word() : word() + (i % 3 == 0 ? "s" : "");
            terms.add(new Term(i, text, Term.ANY_LANGUAGE, false));
        }
        return terms;
    }

    /// Such as may stand inside words.
    List<Term> fragments(int count, int firstId) {
        var terms = new ArrayList<Term>(count);
        for (int i = 0; i < count; i++) {
            terms.add(new Term(firstId + i, i % 2 == 0 ? "*" + word() + "*" : word() + "*", Term.ANY_LANGUAGE, false));
        }
        return terms;
    }

    private String word() {
        var word = new StringBuilder();
        for (int i = random.nextInt(2, 5); i > 0; i--) {
            word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
            word.append("aeiou".charAt(random.nextInt(5)));
            if (random.nextBoolean()) {
                word.append("lmnrst".charAt(random.nextInt(6)));
            }
        }
        return word.toString();
    }
}
