package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultClassifierTest extends ClassifierContract {
    @TempDir
    static Path cache;

    private static Classifier opened;

    @BeforeAll
    static void open() throws ModelFault {
        opened = Classifiers.openDefault(cache, false);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    @Override
    protected Classifier classifier() {
        return opened;
    }

    @Override
    protected Classifier openAnother() throws ModelFault {
        return Classifiers.openDefault(cache, false);
    }

    private static double score(String text, String label) throws ModelFault {
        return opened.classify(List.of(text), false).getFirst().scores().stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Good morning everyone, hope you have a great day!",
                "Does anyone know what time the match starts tonight?",
                "Thanks so much for your help, really appreciate it.",
                "My Muslim neighbours invited us for dinner, the food was delicious.",
                "I disagree with this article, the numbers do not add up.",
                "How do I kill a Linux process that is hanging?",
                "Is this jacket still available? I can pick it up tomorrow.",
            })
    void smallTalkScoresLowOnEveryLabel(String text) throws ModelFault {
        assertThat(opened.classify(List.of(text), false).getFirst().scores())
                .allSatisfy(score -> assertThat(score.score()).as(score.label()).isLessThan(0.5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    toxicity   | You are a pathetic idiot and everybody hates you.
                    toxicity   | Du bist ein dummes Arschloch
                    harassment | what a loser, you are so dumb it hurts
                    hate       | all muslims should be deported, they are vermin
                    threat     | I'm going to find you and beat you up
                    profanity  | holy shit that was fucking amazing
                    spam       | WIN a FREE iPhone now!!! Click http://win.example to claim your prize
                    sexual     | I want to have sex with you tonight
                    self_harm  | I can't go on anymore, I just want to end my life
                    """)
    void plainCasesScoreHigh(String label, String text) throws ModelFault {
        assertThat(score(text, label)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "you're such an 1d10t",
                "you're such an i\u200bd\u200bi\u200bot",
                "you're such an ｉｄｉｏｔ",
                "you're such an 𝓲𝓭𝓲𝓸𝓽",
                "you're such an íďìöť"
            })
    void disguisedWordsAreStillRead(String text) throws ModelFault {
        assertThat(score(text, "toxicity")).isGreaterThan(0.5);
    }

    @Test
    void offsetsPointIntoTheOriginalText() throws ModelFault {
        var text = "😀 Ünïcödé\u200b idiot";
        var words = new ArrayList<String>();
        opened.classify(List.of(text), true)
                .getFirst()
                .explanations()
                .get("toxicity")
                .tokens()
                .forEach(token -> words.add(text.substring(token.start(), token.end())));
        assertThat(words).contains("idiot", "😀");
    }

    @Test
    void theInsultSpeaksMostForTheInsult() throws ModelFault {
        var text = "The weather was fine but my brother is an idiot";
        var tokens = opened.classify(List.of(text), true)
                .getFirst()
                .explanations()
                .get("toxicity")
                .tokens();
        var worst = tokens.stream()
                .max(java.util.Comparator.comparingDouble(TokenContribution::contribution))
                .orElseThrow();
        assertThat(text.substring(worst.start(), worst.end())).isEqualTo("idiot");
    }

    @Test
    void abuseInTheMiddleOfAVeryLongTextIsFound() throws ModelFault {
        var chatter = "The garden is lovely in spring and we had tea with the neighbours. ".repeat(750);
        var abuse = "You are a pathetic stupid idiot, shut up you moron. ";
        var text = chatter + abuse + chatter;
        assertThat(text.length()).isGreaterThan(100_000);
        var scores = opened.classify(List.of(text), true).getFirst();
        assertThat(scores.windows()).isEqualTo(32);
        assertThat(scores.scores().getFirst().score()).isGreaterThan(0.5);
        assertThat(scores.explanations().get("toxicity").tokens())
                .anySatisfy(token ->
                        assertThat(token.start()).isBetween(chatter.length(), chatter.length() + abuse.length()));
    }

    @Test
    void aWantedGpuThatIsNotThereIsAFault() {
        assertThatThrownBy(() -> Classifiers.openDefault(cache, true))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("CUDA");
    }
}
