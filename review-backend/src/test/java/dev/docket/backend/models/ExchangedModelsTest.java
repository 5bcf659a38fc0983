package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.picture.Frame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;

/// Real packages that take each other's place.
class ExchangedModelsTest {
    private static final String SHIPPED = "docket-text-1";
    /// Kept between tests: it holds the frozen encoder.
    @TempDir
    static Path home;

    private final ModelSettings settings = new ModelSettings(
            home, false, new ModelSettings.Guard(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(2)));
    private Optional<Appointed> appointed = Optional.empty();
    private final Appointments appointments = new Appointments() {
        @Override
        public Optional<Appointed> texts() {
            return appointed;
        }

        @Override
        public Optional<Appointed> images() {
            return Optional.of(new Appointed(TinyModel.image("colours-1"), List.of()));
        }
    };
    private final ServingModel texts =
            new ServingModel(settings, new InferenceFigures(new SimpleMeterRegistry()), provided(appointments));

    private static ObjectProvider<Appointments> provided(Appointments appointments) {
        return new ObjectProvider<>() {
            @Override
            public Appointments getObject() {
                return appointments;
            }
        };
    }

    @AfterEach
    void stop() {
        texts.stop();
    }

    private double score(String label, String text) throws ModelFault {
        return texts.score(List.of(text), false).getFirst().scores().stream()
                .filter(score -> score.label().equals(label))
                .findFirst()
                .orElseThrow()
                .score();
    }

    /// What ships with Docket under another name.
    private static ModelPackage.Source candidate(String version) {
        return file -> {
            byte[] bytes = Classifiers.shipped().read(file);
            return file.equals(ModelPackage.MANIFEST)
                    ? new String(bytes, StandardCharsets.UTF_8)
                            .replace("\"" + SHIPPED + "\"", "\"" + version + "\"")
                            .getBytes(StandardCharsets.UTF_8)
                    : bytes;
        };
    }

    @Test
    void aBroughtModelTakesThePlaceOfHeadsAndGivesItBack() throws ModelFault {
        texts.start();
        assertThat(score("harassment", "rude")).isLessThan(0.9);
        texts.serve(new Appointed(Classifiers.shipped(), List.of(candidate("candidate-1"))));
        assertThat(texts.score(List.of("rude"), false).getFirst().beside()).containsOnlyKeys("candidate-1");

        texts.serve(new Appointed(TinyModel.text("rude-1"), List.of()));

        assertThat(score("harassment", "rude")).isGreaterThan(0.9);
        assertThat(texts.describe().orElseThrow().version()).isEqualTo("rude-1");
        assertThat(texts.standing().detail()).isEqualTo("rude-1 on CPU");
        var strange = new Appointed(TinyModel.text("rude-2"), List.of(candidate("candidate-1")));
        assertThatThrownBy(() -> texts.serve(strange)).isInstanceOf(ModelFault.class);
        assertThatThrownBy(() -> texts.serve(new Appointed(TinyModel.image("colours-1"), List.of())))
                .isInstanceOf(ModelFault.class);
        assertThat(texts.describe().orElseThrow().version()).isEqualTo("rude-1");

        texts.serve(new Appointed(candidate("candidate-2"), List.of(Classifiers.shipped())));

        assertThat(texts.describe().orElseThrow().version()).isEqualTo("candidate-2");
        assertThat(score("toxicity", "You are a pathetic idiot")).isGreaterThan(0.5);
    }

    @Test
    void anAppointedModelServesFromTheStartAndABrokenCandidateDoesNotCostItItsPlace() throws ModelFault {
        ModelPackage.Source broken = file -> {
            throw new ModelFault("it is not there");
        };
        appointed = Optional.of(new Appointed(
                candidate("candidate-1"), List.of(broken, candidate("candidate-1"), candidate("good-1"))));
        texts.start();

        assertThat(texts.score(List.of("hello"), false).getFirst().beside()).containsOnlyKeys("good-1");
        assertThat(texts.describe().orElseThrow().version()).isEqualTo("candidate-1");
        assertThat(texts.leftOut()).hasSize(2).containsValue("it is not there");
    }

    @Test
    void aBroughtImageModelServes() throws ModelFault {
        var images = new ServingImages(
                new ShippedImageReaders(settings, "ffmpeg"),
                settings,
                new SimpleMeterRegistry(),
                provided(appointments));
        images.start();
        try {
            assertThat(version(images)).isEqualTo("colours-1");
            images.serve(TinyModel.image("colours-2"));
            assertThat(version(images)).isEqualTo("colours-2");
            assertThatThrownBy(() -> images.serve(TinyModel.text("rude-1"))).isInstanceOf(ModelFault.class);
            assertThat(images.describe().orElseThrow().version()).isEqualTo("colours-2");
        } finally {
            images.stop();
        }
    }

    private static String version(ServingImages images) throws ModelFault {
        int[] pixels = new int[64];
        Arrays.fill(pixels, 0xff0000);
        var scores = images.score(List.of(new Frame(0, 8, 8, pixels)), false).getFirst();
        assertThat(Objects.requireNonNull(scores.scores().getFirst()).score()).isGreaterThan(0.9);
        return scores.scores().getFirst().modelVersion();
    }
}
