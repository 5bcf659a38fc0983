package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.Classifiers;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.picture.Frame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        assertThatThrownBy(() -> texts.serve(new Appointed(TinyModel.image("colours-1"), List.of())))
                .isInstanceOf(ModelFault.class);
        assertThat(texts.describe().orElseThrow().version()).isEqualTo("rude-1");

        texts.serve(new Appointed(candidate("candidate-2"), List.of(Classifiers.shipped())));

        assertThat(texts.describe().orElseThrow().version()).isEqualTo("candidate-2");
        assertThat(score("toxicity", "You are a pathetic idiot")).isGreaterThan(0.5);
    }

    @Test
    void aBroughtModelScoresBesideHeadsAndHeadsBesideIt() throws ModelFault {
        texts.start();
        var rude = TinyModel.text("rude-1");
        texts.serve(new Appointed(Classifiers.shipped(), List.of(rude, candidate("candidate-1")), Set.of("rude-1")));

        var unseen = texts.score(List.of("rude", "hello"), false);
        assertThat(unseen).allSatisfy(scores -> assertThat(scores.beside()).containsOnlyKeys("rude-1", "candidate-1"));
        assertThat(harassment(unseen.getFirst().beside().get("rude-1"))).isGreaterThan(0.9);
        assertThat(harassment(unseen.getFirst().scores())).isLessThan(0.9);
        assertThat(texts.describe().orElseThrow().beside()).containsExactlyInAnyOrder("rude-1", "candidate-1");

        texts.serve(new Appointed(rude, List.of(Classifiers.shipped(), candidate("candidate-1"))));

        var led = texts.score(List.of("rude"), true).getFirst();
        assertThat(harassment(led.scores())).isGreaterThan(0.9);
        assertThat(led.beside()).containsOnlyKeys(SHIPPED, "candidate-1");
        assertThat(led.embedding()).as("the encoder's").isNotNull();
        assertThat(texts.describe().orElseThrow().encoderSha256())
                .isEqualTo(ModelPackage.read(Classifiers.shipped())
                        .manifest()
                        .encoder()
                        .sha256());
    }

    @Test
    void aBrokenPackageBesideIsRefusedAndNothingIsDifferent() throws ModelFault {
        texts.start();
        ModelPackage.Source broken = file -> {
            byte[] bytes = TinyModel.text("broken-1").read(file);
            return file.equals("model.onnx") ? new byte[12] : bytes;
        };
        texts.serve(new Appointed(Classifiers.shipped(), List.of(candidate("candidate-1"))));
        assertThatThrownBy(() -> texts.serve(new Appointed(candidate("candidate-2"), List.of(broken))))
                .isInstanceOf(ModelFault.class);
        assertThat(texts.describe().orElseThrow().version()).isEqualTo(SHIPPED);
        assertThat(texts.describe().orElseThrow().beside()).containsExactly("candidate-1");
    }

    @Test
    void aBroughtChampionThatCannotBeOpenedAtTheStartLeavesHeadsInItsPlace() throws ModelFault {
        ModelPackage.Source broken = file -> {
            byte[] bytes = TinyModel.text("broken-1").read(file);
            return file.equals("model.onnx") ? new byte[12] : bytes;
        };
        appointed = Optional.of(new Appointed(broken, List.of(TinyModel.text("rude-1")), Set.of("rude-1")));
        texts.start();
        var scores = texts.score(List.of("rude"), false).getFirst();
        assertThat(scores.scores().getFirst().modelVersion()).isEqualTo(SHIPPED);
        assertThat(scores.beside()).containsOnlyKeys("rude-1");
        assertThat(texts.leftOut()).containsOnlyKeys("broken-1");
    }

    /// Answers come all the while, and each is of one model.
    @Test
    void nobodyIsTurnedAwayWhileAModelOfItsOwnSessionComesAndGoes() throws Exception {
        texts.start();
        var rude = TinyModel.text("rude-1");
        var stop = new AtomicBoolean();
        try (var askers = Executors.newFixedThreadPool(3)) {
            var asked = new ArrayList<Future<Set<String>>>();
            for (int i = 0; i < 3; i++) {
                asked.add(askers.submit(() -> versionsUntil(stop)));
            }
            for (int i = 0; i < 8; i++) {
                texts.serve(new Appointed(rude, List.of()));
                texts.serve(new Appointed(Classifiers.shipped(), List.of()));
            }
            stop.set(true);
            var seen = new HashSet<String>();
            for (var one : asked) {
                seen.addAll(one.get());
            }
            assertThat(seen).containsExactlyInAnyOrder(SHIPPED, "rude-1");
        }
    }

    private Set<String> versionsUntil(AtomicBoolean stop) throws ModelFault {
        var seen = new HashSet<String>();
        while (!stop.get()) {
            var versions = texts.score(List.of("rude", "hello there"), false).stream()
                    .flatMap(scores -> scores.scores().stream())
                    .map(LabelScore::modelVersion)
                    .collect(Collectors.toSet());
            assertThat(versions).hasSize(1);
            seen.addAll(versions);
        }
        return seen;
    }

    private static double harassment(@Nullable List<LabelScore> scores) {
        return Objects.requireNonNull(scores).stream()
                .filter(score -> score.label().equals("harassment"))
                .findFirst()
                .orElseThrow()
                .score();
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
            images.serve(new Appointed(
                    TinyModel.image("colours-2"), List.of(TinyModel.image("colours-3")), Set.of("colours-3")));
            assertThat(version(images)).isEqualTo("colours-2");
            assertThat(images.describe().orElseThrow().beside()).containsExactly("colours-3");
            assertThatThrownBy(() -> images.serve(new Appointed(TinyModel.text("rude-1"), List.of())))
                    .isInstanceOf(ModelFault.class);
            assertThat(images.describe().orElseThrow().version()).isEqualTo("colours-2");
        } finally {
            images.stop();
        }
    }

    private static String version(ServingImages images) throws ModelFault {
        int[] pixels = new int[64];
        Arrays.fill(pixels, 0xff0000);
        var scores =
                images.score("one", List.of(new Frame(0, 8, 8, pixels)), false).getFirst();
        assertThat(Objects.requireNonNull(scores.scores().getFirst()).score()).isGreaterThan(0.9);
        return scores.scores().getFirst().modelVersion();
    }
}
