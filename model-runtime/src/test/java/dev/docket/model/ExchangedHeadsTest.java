package dev.docket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.head.Lexicon;
import dev.docket.model.text.LexicalFeatures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Heads beside the champion, and heads in its place.
class ExchangedHeadsTest {
    private static final List<String> TEXTS = List.of(
            "Have a lovely weekend, see you on Monday!",
            "You are a pathetic idiot and everybody hates you.",
            "",
            "WIN a FREE prize now!!! Click http://win.example and send your bank details",
            "You stupid moron, and then we had tea. ".repeat(90));

    @TempDir
    static Path cache;

    private static ModelPackage shipped;
    private static Classifier classifier;

    @BeforeAll
    static void open() throws ModelFault {
        shipped = ModelPackage.read(Classifiers.shipped());
        classifier = Classifiers.open(shipped, cache, false);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    @BeforeEach
    void serveWhatIsShipped() throws ModelFault {
        classifier.serve(shipped, List.of());
    }

    @Test
    void whoIsBesideChangesNothingForTheChampion() throws ModelFault {
        var alone = classifier.classify(TEXTS, true);
        classifier.serve(shipped, List.of(shifted("one", 1), shifted("two", -2)));
        var accompanied = classifier.classify(TEXTS, true);

        assertThat(accompanied)
                .extracting(scores -> scores.withBeside(java.util.Map.of()))
                .isEqualTo(alone);
        assertThat(accompanied).allSatisfy(scores -> assertThat(scores.beside()).containsOnlyKeys("one", "two"));
        assertThat(classifier.describe().beside()).containsExactly("one", "two");
        assertThat(classifier.describe().version()).isEqualTo(shipped.manifest().version());
    }

    @Test
    void scoresBesideAreThoseOfServingAlone() throws ModelFault {
        var candidate = shifted("one", 1.5);
        classifier.serve(shipped, List.of(shifted("two", 3), candidate));
        var beside = classifier.classify(TEXTS, false);
        classifier.serve(candidate, List.of());
        var alone = classifier.classify(TEXTS, false);

        assertThat(beside).extracting(scores -> scores.beside().get("one")).isEqualTo(scoresOf(alone));
    }

    @Test
    void scoresBesideAreTheSameInAnyCompany() throws ModelFault {
        classifier.serve(shipped, List.of(shifted("one", 1.5)));
        var together = classifier.classify(TEXTS, false);
        for (int i = 0; i < TEXTS.size(); i++) {
            var alone = classifier.classify(List.of(TEXTS.get(i)), false).getFirst();
            var neighboured = together.get(i).beside().get("one");
            for (int label = 0; label < neighboured.size(); label++) {
                assertThat(neighboured.get(label).score())
                        .isCloseTo(
                                alone.beside().get("one").get(label).score(),
                                org.assertj.core.api.Assertions.within(1e-5));
            }
        }
    }

    @Test
    void headsAreExchangedUnderLoadWithoutAFailedOrAMixedAnswer() throws Exception {
        var first = shifted("first", 0.5);
        var second = shifted("second", -0.5);
        var texts = TEXTS.subList(0, 4);
        classifier.serve(first, List.of(second));
        var ofFirst = texts.stream().map(this::asked).toList();
        classifier.serve(second, List.of(first));
        var ofSecond = texts.stream().map(this::asked).toList();
        var answers = Collections.synchronizedList(new ArrayList<TextScores>());
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                asking.add(threads.submit(() -> {
                    while (!over.get()) {
                        answers.addAll(texts.stream().map(this::asked).toList());
                    }
                }));
            }
            for (int i = 0; i < 30; i++) {
                classifier.serve(i % 2 == 0 ? first : second, List.of(i % 2 == 0 ? second : first));
            }
            over.set(true);
            for (var one : asking) {
                one.get();
            }
        }

        assertThat(answers)
                .hasSizeGreaterThan(30)
                .allSatisfy(answer -> assertThat(ofFirst.contains(answer) || ofSecond.contains(answer))
                        .isTrue());
        assertThat(answers)
                .extracting(answer -> answer.scores().getFirst().modelVersion())
                .contains("first", "second");
    }

    private TextScores asked(String text) {
        try {
            return classifier.classify(List.of(text), false).getFirst();
        } catch (ModelFault dropped) {
            throw new AssertionError(dropped);
        }
    }

    @Test
    void misfitsAreRefusedAndNothingChanges() throws ModelFault {
        var before = classifier.describe();
        var manifest = shipped.manifest();
        var encoder = manifest.encoder();
        var stranger = new Manifest.EncoderBinding(
                encoder.name(),
                encoder.resource(),
                encoder.vocabulary(),
                encoder.publishedSha256(),
                "0".repeat(64),
                encoder.scales(),
                encoder.zeroPoints());
        var otherPieces = new Manifest.Preprocessing(64, 16, 32, 16);

        refuses(with("one", stranger, manifest.preprocessing()), "another encoder");
        refuses(with("one", encoder, otherPieces), "other pieces");
        refuses(shifted(manifest.version(), 1), "twice");
        refuses(
                new ModelPackage(renamed("one", encoder, manifest.preprocessing()), withoutWeights()),
                "give no scores");
        assertThatThrownBy(() -> classifier.serve(with("one", stranger, manifest.preprocessing()), List.of()))
                .isInstanceOf(ModelFault.class);
        assertThat(classifier.describe()).isEqualTo(before);
    }

    private static void refuses(ModelPackage beside, String reason) {
        assertThatThrownBy(() -> classifier.serve(shipped, List.of(beside)))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining(reason);
    }

    /// A candidate that is well until a certain word comes.
    @Test
    void aCandidateThatGivesNoNumberCostsTheChampionNothing() throws ModelFault {
        classifier.serve(shipped, List.of(choking("one", "poison")));
        var scores = classifier.classify(List.of("good morning", "poison"), false);

        assertThat(scores.get(0).beside().get("one")).hasSize(1);
        assertThat(scores.get(1).beside().get("one")).isEmpty();
        assertThat(scores.get(1).scores()).hasSize(8);
    }

    private static List<List<LabelScore>> scoresOf(List<TextScores> answers) {
        return answers.stream().map(TextScores::scores).toList();
    }

    /// The shipped heads, every logit higher by so much.
    private static ModelPackage shifted(String version, double by) {
        var manifest = shipped.manifest();
        var heads = shipped.heads();
        double[] biases = heads.biases().clone();
        java.util.Arrays.setAll(biases, label -> biases[label] + by);
        return new ModelPackage(
                renamed(version, manifest.encoder(), manifest.preprocessing()),
                new Heads(heads.labels(), heads.weights(), biases, heads.lexicon(), heads.calibrations()));
    }

    private static ModelPackage with(
            String version, Manifest.EncoderBinding encoder, Manifest.Preprocessing preprocessing) {
        return new ModelPackage(renamed(version, encoder, preprocessing), shipped.heads());
    }

    private static Heads withoutWeights() {
        var heads = shipped.heads();
        return new Heads(heads.labels(), new float[0][], heads.biases(), heads.lexicon(), heads.calibrations());
    }

    private static ModelPackage choking(String version, String word) {
        int bits = shipped.manifest().preprocessing().lexicalBits();
        var steps = new byte[1 << bits];
        steps[LexicalFeatures.read(word, 0, word.length(), bits).bucket(0)] = Byte.MAX_VALUE;
        var heads = new Heads(
                List.of("toxicity"),
                new float[1][384],
                new double[1],
                new Lexicon(bits, new float[] {1e30f}, steps),
                List.of(new Calibration(1e300, Double.NEGATIVE_INFINITY)));
        return new ModelPackage(
                renamed(
                        version,
                        shipped.manifest().encoder(),
                        shipped.manifest().preprocessing()),
                heads);
    }

    private static Manifest renamed(
            String version, Manifest.EncoderBinding encoder, Manifest.Preprocessing preprocessing) {
        var manifest = shipped.manifest();
        return new Manifest(
                manifest.name(),
                version,
                manifest.kind(),
                manifest.labels(),
                encoder,
                preprocessing,
                manifest.calibration(),
                manifest.files(),
                manifest.licence(),
                manifest.provenance(),
                manifest.version(),
                manifest.figures());
    }
}
