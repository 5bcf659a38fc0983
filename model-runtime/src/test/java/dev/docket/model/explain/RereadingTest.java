package dev.docket.model.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadingTest {
    private static final Watch PATIENT = share -> {};
    private static final List<String> INSULTS = List.of(
            "You are a pathetic idiot and everybody here hates you.",
            "what a loser, you are so dumb it hurts to read this",
            "Shut up, you stupid moron, nobody asked for your opinion today",
            "My neighbour is a disgusting pig and I told him so",
            "holy shit that was fucking amazing, best concert in years",
            "The referee was blind and a complete clown in my opinion",
            "I hope you choke on it, you worthless piece of trash",
            "Go back home, you dirty rat, we do not want your kind here",
            "This is the most retarded take I have ever seen on this forum",
            "all of you are liars and cowards, especially the old bastard in charge");

    @TempDir
    static Path cache;

    private static Classifier classifier;

    @BeforeAll
    static void open() throws ModelFault {
        classifier = Classifiers.openDefault(cache, false);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    private static Rereading of(String text) throws ModelFault {
        return new Rereading(text, texts -> classifier.classify(texts, true), PATIENT);
    }

    private static double score(String text, String label) throws ModelFault {
        return Scored.score(classifier.classify(List.of(text), false).getFirst(), label);
    }

    @Test
    void everyWordIsLeftOutOnce() throws ModelFault {
        String text = "You are a pathetic idiot, my friend";
        var pulls = of(text).leaveOneOut("toxicity");

        assertThat(pulls.words()).extracting(WordPull::word).isEqualTo(Words.of(text, 0, text.length()));
        assertThat(pulls.count()).isEqualTo(7);
        assertThat(pulls.score()).isEqualTo(score(text, "toxicity"));
        for (var pull : pulls.words()) {
            String without = Words.without(text, List.of(pull.word()));
            assertThat(pull.without()).isEqualTo(score(without, "toxicity"));
            assertThat(pull.pull()).isEqualTo(Scored.logit(pulls.score()) - Scored.logit(pull.without()));
        }
        var worst = pulls.words().stream()
                .max(Comparator.comparingDouble(WordPull::pull))
                .orElseThrow()
                .word();
        assertThat(text.substring(worst.start(), worst.end())).isIn("idiot", "pathetic");
    }

    @Test
    void theTopWordTakesMoreOffTheLogitThanARandomOne() throws ModelFault {
        var random = new Random(4);
        double top = 0;
        double drawn = 0;
        for (String text : INSULTS) {
            var pulls = of(text).leaveOneOut("toxicity").words();
            top += pulls.stream().mapToDouble(WordPull::pull).max().orElseThrow();
            drawn += pulls.get(random.nextInt(pulls.size())).pull();
        }
        assertThat(top / INSULTS.size()).isGreaterThan(drawn / INSULTS.size() + 0.5);
    }

    @Test
    void whatWouldFlipItDoesAndNoWordOfItIsIdle() throws ModelFault {
        for (String text : INSULTS) {
            double before = score(text, "toxicity");
            double limit = before * 0.4;
            var flip = of(text).flip(Map.of("toxicity", limit)).orElseThrow();

            assertThat(flip.before()).containsEntry("toxicity", before);
            assertThat(flip.after().get("toxicity")).isLessThan(limit);
            assertThat(score(Words.without(text, flip.words()), "toxicity"))
                    .isEqualTo(flip.after().get("toxicity"));
            for (Word word : flip.words()) {
                var others = new ArrayList<>(flip.words());
                others.remove(word);
                assertThat(score(Words.without(text, others), "toxicity"))
                        .as("%s with word at %d put back", text, word.start())
                        .isGreaterThanOrEqualTo(limit);
            }
        }
    }

    @Test
    void aLongTextIsReadWhereItIsWorst() throws ModelFault {
        String quiet = "The garden club met again on Tuesday and talked about roses, soil and the weather. ".repeat(12);
        String text = quiet + "You are a pathetic idiot and everybody hates you. " + quiet;

        var rereading = of(text);
        var pulls = rereading.leaveOneOut("toxicity");
        var flip = rereading.flip(Map.of("toxicity", 0.1)).orElseThrow();

        assertThat(rereading.whole().windows()).isGreaterThan(1);
        assertThat(text.substring(pulls.from(), pulls.to()))
                .contains("pathetic idiot")
                .hasSizeLessThan(900);
        assertThat(score(Words.without(text, flip.words()), "toxicity")).isLessThan(0.1);
        assertThat(flip.words())
                .allSatisfy(word -> assertThat(word.start()).isBetween(quiet.length(), quiet.length() + 50));
    }

    @Test
    void nothingIsToBeFlippedWhereNoLimitIsReached() throws ModelFault {
        assertThat(of("Good morning, nice to see you").flip(Map.of("toxicity", 0.9)))
                .isEmpty();
    }

    @Test
    void aWordThatLiftsAnotherLabelOverItsLimitIsNotTakenOut() throws ModelFault {
        var flip = new Rereading(
                        "bad calm dull",
                        // Without "calm" it is a threat; two words make it toxic.
                        texts -> texts.stream()
                                .map(text -> scores(
                                        text.contains("bad") ? 0.9 : text.contains("dull") ? 0.8 : 0.1,
                                        text.contains("calm") ? 0.1 : 0.9))
                                .toList(),
                        PATIENT)
                .flip(Map.of("toxicity", 0.5, "threat", 0.5))
                .orElseThrow();

        assertThat(flip.words()).containsExactly(new Word(0, 3), new Word(9, 13));
        assertThat(flip.before()).containsOnlyKeys("toxicity");
    }

    @Test
    void whatNoWordDecidesIsNotFlipped() throws ModelFault {
        var stubborn = new Rereading(
                "one two three",
                texts -> texts.stream().map(text -> scores(0.9, 0.1)).toList(),
                PATIENT);

        assertThat(stubborn.flip(Map.of("toxicity", 0.5))).isEmpty();
    }

    @Test
    void aSearchEndsWhenItsWatchSaysSo() throws ModelFault {
        var batches = new AtomicInteger();
        var rereading = new Rereading("one two three", texts -> classifier.classify(texts, true), share -> {
            if (batches.incrementAndGet() > 1) {
                throw new CancellationException("nobody asks any more");
            }
        });

        assertThatThrownBy(() -> rereading.leaveOneOut("toxicity")).isInstanceOf(CancellationException.class);
    }

    private static TextScores scores(double toxicity, double threat) {
        return new TextScores(
                List.of(new LabelScore("toxicity", toxicity, "1"), new LabelScore("threat", threat, "1")),
                Map.of(),
                1,
                null);
    }
}
