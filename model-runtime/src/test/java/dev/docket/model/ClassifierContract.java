package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every classifier promises.
public abstract class ClassifierContract {
    protected static final List<String> TEXTS = List.of(
            "Have a lovely weekend, see you on Monday!",
            "You are a pathetic idiot and everybody hates you.",
            "",
            "WIN a FREE prize now!!! Click http://win.example and send your bank details",
            "Ich wünsche dir einen schönen Tag 😀",
            "今天天气很好",
            "\u200b\u0000 \ud83d",
            "word ".repeat(900));

    /// The classifier under test; not closed by the contract.
    protected abstract Classifier classifier();

    /// One that may be closed.
    protected abstract Classifier openAnother() throws ModelFault;

    @Test
    void scoresEveryLabelBetweenZeroAndOne() throws ModelFault {
        var results = classifier().classify(TEXTS, false);
        assertThat(results).hasSameSizeAs(TEXTS);
        for (var scores : results) {
            assertThat(scores.scores())
                    .extracting(LabelScore::label)
                    .containsExactlyElementsOf(classifier().describe().labels());
            assertThat(scores.scores())
                    .allSatisfy(score -> assertThat(score.score()).isBetween(0.0, 1.0));
            assertThat(scores.explanations()).isEmpty();
        }
    }

    @Test
    void everyScoreNamesTheModelVersion() throws ModelFault {
        var version = classifier().describe().version();
        assertThat(classifier().classify(TEXTS, false).getFirst().scores())
                .extracting(LabelScore::modelVersion)
                .containsOnly(version);
    }

    @Test
    void nothingInNothingOut() throws ModelFault {
        assertThat(classifier().classify(List.of(), true)).isEmpty();
    }

    @Test
    void aTextScoresTheSameInAnyCompany() throws ModelFault {
        var together = classifier().classify(TEXTS, false);
        var reversed = classifier().classify(TEXTS.reversed(), false).reversed();
        for (int i = 0; i < TEXTS.size(); i++) {
            var alone = classifier().classify(List.of(TEXTS.get(i)), false).getFirst();
            assertSameScores(together.get(i), alone);
            assertSameScores(reversed.get(i), alone);
        }
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        var expected = classifier().classify(TEXTS, false);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<List<TextScores>>>();
            for (int i = 0; i < 16; i++) {
                futures.add(threads.submit(() -> classifier().classify(TEXTS, false)));
            }
            for (var future : futures) {
                for (int text = 0; text < TEXTS.size(); text++) {
                    assertSameScores(future.get().get(text), expected.get(text));
                }
            }
        }
    }

    private static void assertSameScores(TextScores actual, TextScores expected) {
        for (int label = 0; label < expected.scores().size(); label++) {
            assertThat(actual.scores().get(label).score())
                    .isCloseTo(expected.scores().get(label).score(), within(1e-5));
        }
    }

    @Test
    void contributionsAndBiasMakeTheLogit() throws ModelFault {
        for (var scores : classifier().classify(TEXTS, true)) {
            assertThat(scores.explanations())
                    .containsOnlyKeys(classifier().describe().labels());
            for (var explanation : scores.explanations().values()) {
                double sum = explanation.tokens().stream()
                        .mapToDouble(TokenContribution::contribution)
                        .sum();
                assertThat(explanation.bias() + sum).isCloseTo(explanation.logit(), within(1e-4));
            }
        }
    }

    @Test
    void tokensLieWithinTheText() throws ModelFault {
        var results = classifier().classify(TEXTS, true);
        for (int i = 0; i < TEXTS.size(); i++) {
            int length = TEXTS.get(i).length();
            assertThat(results.get(i).explanations().get("toxicity").tokens())
                    .allSatisfy(token ->
                            assertThat(token.start()).isBetween(0, token.end()).isLessThanOrEqualTo(length))
                    .allSatisfy(token -> assertThat(token.end()).isLessThanOrEqualTo(length));
        }
    }

    @Test
    void aClosedClassifierRefuses() throws ModelFault {
        var closed = openAnother();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.classify(TEXTS, false)).isInstanceOf(ModelFault.class);
    }
}
