package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultClassifierTest {
    private static final List<String> TEXTS = List.of(
            "Have a lovely weekend, see you on Monday!",
            "You are a pathetic idiot and everybody hates you.",
            "",
            "WIN a FREE prize now!!! Click http://win.example and send your bank details",
            "Ich wünsche dir einen schönen Tag 😀",
            "今天天气很好",
            "word ".repeat(900));

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

    @Test
    void scoresEveryLabelBetweenZeroAndOne() throws ModelFault {
        for (var scores : classifier.classify(TEXTS, false)) {
            assertThat(scores.scores())
                    .extracting(LabelScore::label)
                    .containsExactlyElementsOf(classifier.describe().labels());
            assertThat(scores.scores())
                    .allSatisfy(score -> assertThat(score.score()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void aTextScoresTheSameInAnyCompany() throws ModelFault {
        var together = classifier.classify(TEXTS, false);
        var reversed = classifier.classify(TEXTS.reversed(), false).reversed();
        for (int i = 0; i < TEXTS.size(); i++) {
            var alone = classifier.classify(List.of(TEXTS.get(i)), false).getFirst();
            for (int label = 0; label < alone.scores().size(); label++) {
                double score = alone.scores().get(label).score();
                assertThat(together.get(i).scores().get(label).score()).isCloseTo(score, within(1e-5));
                assertThat(reversed.get(i).scores().get(label).score()).isCloseTo(score, within(1e-5));
            }
        }
    }

    @Test
    void contributionsAndBiasMakeTheLogit() throws ModelFault {
        for (var scores : classifier.classify(TEXTS, true)) {
            assertThat(scores.explanations()).hasSize(8);
            for (var explanation : scores.explanations().values()) {
                double sum = explanation.tokens().stream()
                        .mapToDouble(TokenContribution::contribution)
                        .sum();
                assertThat(explanation.bias() + sum).isCloseTo(explanation.logit(), within(1e-4));
            }
        }
    }

    @Test
    void abuseScoresAboveSmallTalk() throws ModelFault {
        var scores = classifier.classify(TEXTS.subList(0, 2), false);
        assertThat(scores.get(0).scores().getFirst().score()).isLessThan(0.5);
        assertThat(scores.get(1).scores().getFirst().score()).isGreaterThan(0.5);
    }

    @Test
    void offsetsPointIntoTheOriginalText() throws ModelFault {
        var text = "😀 Ünïcödé\u200b idiot";
        var tokens = classifier
                .classify(List.of(text), true)
                .getFirst()
                .explanations()
                .get("toxicity")
                .tokens();
        var words = new ArrayList<String>();
        tokens.forEach(token -> words.add(text.substring(token.start(), token.end())));
        assertThat(words).contains("idiot").contains("😀");
    }

    @Test
    void aClosedClassifierRefuses() throws ModelFault {
        var closed = Classifiers.openDefault(cache, false);
        closed.close();
        assertThatThrownBy(() -> closed.classify(TEXTS, false)).isInstanceOf(ModelFault.class);
    }

    @Test
    void aWantedGpuThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> Classifiers.openDefault(cache, true))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("CUDA");
    }
}
