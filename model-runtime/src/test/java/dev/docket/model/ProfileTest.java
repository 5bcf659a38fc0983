package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a profile sets is what happens.
class ProfileTest {
    private static final String LONG =
            "The garden is lovely in spring and we had tea with the neighbours. ".repeat(1_000);

    @TempDir
    static Path cache;

    @ParameterizedTest
    @CsvSource({"SPEED, 8, 126-15x8", "BALANCED, 32, 126-32x32", "ACCURACY, 128, 126-63x128", "MEMORY, 16, 126-32x16"})
    void aLongTextIsReadInTheProfilesWindows(Profile profile, int windows, String reading) throws ModelFault {
        var heads = dev.docket.model.artifact.ModelPackage.read(Classifiers.shipped());
        try (var classifier = Classifiers.open(heads, cache, profile.tuning())) {
            var scores = classifier.classify(List.of(LONG, "hello"), false);

            assertThat(scores.get(0).windows()).isEqualTo(windows);
            assertThat(scores.get(1).windows()).isOne();
            assertThat(classifier.describe().reading()).isEqualTo(reading);
        }
    }

    /// Nothing but how a long text is cut may change a score.
    @Test
    void aShortTextScoresTheSameUnderEveryProfile() throws ModelFault {
        var heads = dev.docket.model.artifact.ModelPackage.read(Classifiers.shipped());
        var texts = List.of("You are a pathetic idiot and everybody hates you.", "Good morning!");
        List<TextScores> before = List.of();
        for (var profile : Profile.values()) {
            try (var classifier = Classifiers.open(heads, cache, profile.tuning())) {
                var scores = classifier.classify(texts, false);
                assertThat(before.isEmpty() || scores.equals(before)).isTrue();
                before = scores;
            }
        }
    }

    @Test
    void memoryTakesOneWorkerAndOneDecoder() {
        assertThat(Profile.MEMORY.tuning().workers()).isOne();
        assertThat(Profile.MEMORY.tuning().arena()).isFalse();
        assertThat(Profile.MEMORY.decoders()).isOne();
        assertThat(Profile.BALANCED.tuning().workers())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void onAGpuOneWorkerRunsUnlessMoreAreAskedFor() {
        assertThat(Tuning.standard(true).workers()).isOne();
        assertThat(Profile.SPEED.tuning().onGpu(3).workers()).isEqualTo(3);
        assertThat(Profile.SPEED.tuning().onGpu(3).gpu()).isTrue();
    }
}
