package dev.docket.model.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.onnx.Run;
import dev.docket.model.onnx.Setup;
import dev.docket.model.picture.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageClassifierTest {
    private static ImageClassifier classifier;

    @BeforeAll
    static void open() throws ModelFault {
        classifier = ImageClassifiers.openDefault(false);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    /// What TensorFlow.js 4.22.0 says of the same pixels under the published model, `Drawing`
    /// to `Sexy`.
    enum Drawing {
        GRADIENT(320, 240, 0.00862924475, 0.00395967113, 0.85143435001, 0.13259203732, 0.00338465511),
        DISC(300, 400, 0.15566726029, 0.00980096217, 0.83388739824, 0.00049553323, 0.00014884885),
        CHEQUERS(224, 224, 0.01660280116, 0.00066779717, 0.98249983788, 0.00018354286, 0.00004606698);

        private final int width;
        private final int height;
        private final double[] probabilities;

        Drawing(int width, int height, double... probabilities) {
            this.width = width;
            this.height = height;
            this.probabilities = probabilities;
        }

        Frame frame() {
            int[] pixels = new int[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = pixel(x, y);
                }
            }
            return new Frame(0, width, height, pixels);
        }

        private int pixel(int x, int y) {
            return switch (this) {
                case GRADIENT -> rgb(x * 255 / (width - 1), y * 255 / (height - 1), (x ^ y) & 255);
                case DISC -> {
                    int across = x - width / 2;
                    int down = y - height / 2;
                    boolean inside = across * across + down * down < width * width / 16;
                    yield inside ? rgb(224, 172, 140) : rgb(40 + x % 40, 60 + y % 50, 90);
                }
                case CHEQUERS -> {
                    int colour = (x / 16 + y / 16) % 3;
                    yield rgb(colour == 0 ? 230 : 20, colour == 1 ? 200 : 90, colour == 2 ? 180 : 60);
                }
            };
        }

        private static int rgb(int red, int green, int blue) {
            return red << 16 | green << 8 | blue;
        }
    }

    @ParameterizedTest
    @EnumSource
    void itSaysOfTheSamePixelsWhatTheOriginalSays(Drawing drawing) throws ModelFault {
        float[] probabilities = probabilities(drawing.frame());
        for (int i = 0; i < probabilities.length; i++) {
            assertThat((double) probabilities[i]).isCloseTo(drawing.probabilities[i], within(1e-5));
        }
        var scores = classifier.classify(List.of(drawing.frame()), false).getFirst();
        assertThat(scores.scores()).extracting(LabelScore::label).containsExactly("sexual", "suggestive");
        assertThat(scores.scores().getFirst().score())
                .isCloseTo(drawing.probabilities[1] + drawing.probabilities[3], within(1e-5));
        assertThat(scores.scores().getLast().score()).isCloseTo(drawing.probabilities[4], within(1e-5));
    }

    /// The drawing with published probabilities, in the folder that `docket.nsfwjs` or
    /// `DOCKET_NSFWJS` names. What differs is how a JPEG is decoded.
    @Test
    void itSaysOfThePublishedDrawingWhatIsPublished() throws IOException, ModelFault {
        @Nullable String folder = System.getProperty("docket.nsfwjs", System.getenv("DOCKET_NSFWJS"));
        assumeTrue(folder != null, "no folder with the published drawing");
        var image = ImageIO.read(Path.of(java.util.Objects.requireNonNull(folder), "nsfwjs_logo.jpg")
                .toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        double[] published = {0.6877415776, 0.0021093495, 0.3100971878, 0.0000371791, 0.0000147604};
        float[] ours = probabilities(new Frame(0, image.getWidth(), image.getHeight(), pixels));
        for (int i = 0; i < published.length; i++) {
            assertThat((double) ours[i]).isCloseTo(published[i], within(0.02));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRegionsAndTheBiasMakeTheLogit(Drawing drawing) throws ModelFault {
        var maps =
                classifier.classify(List.of(drawing.frame()), true).getFirst().maps();
        assertThat(maps).containsOnlyKeys("sexual", "suggestive");
        assertThat(maps.get("suggestive").classOf()).isEqualTo("Sexy");
        for (var map : maps.values()) {
            double sum = map.bias();
            for (float cell : map.cells()) {
                sum += cell;
            }
            assertThat(sum).isCloseTo(map.logit(), within(1e-3));
            assertThat(map.cells()).hasSize(49);
        }
    }

    @Test
    void theRegionsCoverThePictureWithoutOverlap() throws ModelFault {
        var map = classifier
                .classify(List.of(Drawing.DISC.frame()), true)
                .getFirst()
                .maps()
                .get("sexual");
        boolean[] covered = new boolean[300 * 401];
        for (int row = 0; row < map.rows(); row++) {
            for (int column = 0; column < map.columns(); column++) {
                var region = map.region(row, column, 300, 401);
                for (int y = region.top(); y < region.top() + region.height(); y++) {
                    for (int x = region.left(); x < region.left() + region.width(); x++) {
                        assertThat(covered[y * 300 + x]).isFalse();
                        covered[y * 300 + x] = true;
                    }
                }
            }
        }
        assertThat(covered).doesNotContain(false);
    }

    @Test
    void aFrameScoresTheSameInAnyCompanyAndOnAnyThread() throws Exception {
        var frames = List.of(Drawing.GRADIENT.frame(), Drawing.DISC.frame(), Drawing.CHEQUERS.frame());
        var alone = new ArrayList<ImageScores>();
        for (var frame : frames) {
            alone.addAll(classifier.classify(List.of(frame), false));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new ArrayList<Future<List<ImageScores>>>();
            for (int i = 0; i < 6; i++) {
                together.add(threads.submit(() -> classifier.classify(frames, false)));
            }
            for (var scores : together) {
                assertThat(scores.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void theSmallestAndTheOddestFramesAreScored() throws ModelFault {
        var frames = List.of(
                new Frame(0, 1, 1, new int[1]), new Frame(1, 2_000, 1, new int[2_000]), new Frame(2, 1, 3, new int[3]));
        assertThat(classifier.classify(frames, true))
                .hasSize(3)
                .allSatisfy(scores -> assertThat(scores.scores())
                        .allSatisfy(score -> assertThat(score.score()).isBetween(0.0, 1.0)));
        assertThat(classifier.classify(List.of(), true)).isEmpty();
    }

    @Test
    void aClosedClassifierRefuses() throws ModelFault {
        var closed = ImageClassifiers.openDefault(false);
        assertThat(closed.describe().version()).isEqualTo("docket-image-1");
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.classify(List.of(Drawing.DISC.frame()), false))
                .isInstanceOf(ModelFault.class);
    }

    private static float[] probabilities(Frame frame) throws ModelFault {
        var model = ImagePackage.ofResources("models/docket-image");
        var input = new InputTensor(model.manifest().input());
        try (var graph = ImageGraph.open(model.model(), "input", List.of("probabilities"), Setup.on(false));
                var run = new Run()) {
            return graph.newWorker()
                    .run(input.of(frame), input.shape(), run)
                    .get("probabilities")
                    .numbers();
        }
    }
}
