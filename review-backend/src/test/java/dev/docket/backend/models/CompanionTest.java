package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.Classifier;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanionTest {
    private static final Opened.Words WORDS = new Opened.Words("text model", "Nothing is lost.");

    private final ModelSettings settings = new ModelSettings(
            Path.of("."),
            false,
            new ModelSettings.Guard(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(1)));
    private final CountDownLatch never = new CountDownLatch(1);

    private Companion<CheckedClassifier> hanging() {
        var model = new Classifier() {
            @Override
            public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new ModelFault("never");
            }

            @Override
            public ModelDescription describe() {
                return new ModelDescription("slow-1", "", "", List.of("spam"), "CPU");
            }

            @Override
            public void close() {
                never.countDown();
            }
        };
        return Companion.of(WORDS, "slow-1", new CheckedClassifier(model), settings, () -> {});
    }

    @Test
    void aFifthOfTheTextsIsAskedAboutAndAlwaysTheSameFifth() {
        var companion = hanging();
        var asked = IntStream.range(0, 20_000)
                .filter(i -> companion.isOfShare(("text number " + i).hashCode()))
                .boxed()
                .toList();
        assertThat(asked.size()).isBetween(3_600, 4_400);
        var another = hanging();
        assertThat(asked).allMatch(i -> another.isOfShare(("text number " + i).hashCode()));
        assertThat(companion.counting(true, settings).isAskedAboutAll()).isTrue();
        assertThat(companion.counting(true, settings).counting(false, settings).isAskedAboutAll())
                .isFalse();
    }

    @Test
    void oneThatHangsCostsHalfOfACallsTimeAndNoScores() throws ModelFault {
        var companion = hanging().counting(true, settings);
        long start = System.nanoTime();
        var answers = companion
                .ask(List.of("one", "two"), String::hashCode, (model, its) -> model.classify(its, false))
                .answers();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_700));
        assertThat(answers)
                .containsOnlyKeys(0, 1)
                .allSatisfy((place, answer) -> assertThat(answer).isEmpty());
        companion.dismiss();
    }
}
