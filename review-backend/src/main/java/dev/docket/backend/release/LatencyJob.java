package dev.docket.backend.release;

import dev.docket.backend.jobs.JobKind;
import dev.docket.backend.jobs.JobRun;
import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.release.Intervals.Weighted;
import dev.docket.dto.quality.Estimate;
import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.picture.Frame;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Measures how long a model takes beside the champion: both opened by themselves, asked for
/// the same texts or pictures in turns, so that whatever else the machine does slows both.
@Component
class LatencyJob implements JobKind {
    static final String KIND = "model-latency";
    private static final Sentence MEASURING = Sentence.of("job.latency", "Measuring in turns with the champion");
    private static final int ROUNDS = 15;
    private static final int TEXTS = 24;
    private static final int FRAMES = 8;
    private static final int SIDE = 320;
    private static final String WORDS =
            "the quick brown fox jumps over the lazy dog and reads what others wrote today ";

    private final Registry registry;
    private final StoredLatency latency;
    private final ModelSettings settings;
    private final Clock clock;

    LatencyJob(Registry registry, StoredLatency latency, ModelSettings settings, Clock clock) {
        this.registry = registry;
        this.latency = latency;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param modelVersion that is measured
    record Parameters(String modelVersion) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws Exception {
        String version = run.parameters(Parameters.class).modelVersion();
        var model = registry.byVersion(version);
        String champion = registry.champion(model.medium()).version();
        try (var measured = open(version);
                var before = open(champion)) {
            latency.keep(version, champion, measure(measured, before, run), clock.instant());
        }
        run.result("modelVersion", version);
    }

    /// A model that is asked for the same again and again.
    private interface Asked extends AutoCloseable {
        void ask() throws ModelFault;

        @Override
        void close();
    }

    private Asked open(String version) throws ModelFault {
        var source =
                registry.source(version).orElseThrow(() -> new ModelFault("The files of " + version + " are not here"));
        String kind = PackageHeader.of(source).kind();
        if (kind.equals(ImagePackage.KIND)) {
            return new OfImages(ImageClassifiers.open(ImagePackage.read(source), settings.gpu()));
        }
        return new OfTexts(
                kind.equals(ModelPackage.KIND)
                        ? Classifiers.open(
                                ModelPackage.read(source), settings.home().resolve("models"), settings.gpu())
                        : Classifiers.open(TextPackage.read(source), settings.gpu()));
    }

    private record OfTexts(Classifier model) implements Asked {
        /// Of the lengths that people write.
        private static final List<String> ASKED = IntStream.range(0, TEXTS)
                .mapToObj(i -> i + " " + WORDS.repeat(1 + i % 4))
                .toList();

        @Override
        public void ask() throws ModelFault {
            model.classify(ASKED, true);
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private record OfImages(ImageClassifier model) implements Asked {
        private static final List<Frame> ASKED =
                IntStream.range(0, FRAMES).mapToObj(OfImages::frame).toList();

        private static Frame frame(int number) {
            int[] pixels = new int[SIDE * SIDE];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i * 0x9e3779b1 + number * 0x85ebca6b) >>> 8;
            }
            return new Frame(0, SIDE, SIDE, pixels);
        }

        @Override
        public void ask() throws ModelFault {
            model.classify(ASKED, false);
        }

        @Override
        public void close() {
            model.close();
        }
    }

    /// The mean of the logarithms of each round's ratio: a round in which the machine was busy
    /// counts once, whichever of the two it slowed.
    private static StoredLatency.Measured measure(Asked model, Asked before, JobRun run) throws ModelFault {
        time(model);
        time(before);
        var ratios = new ArrayList<Weighted>();
        for (int round = 0; round < ROUNDS; round++) {
            run.progress((double) round / ROUNDS, MEASURING);
            boolean first = round % 2 == 0;
            double one = time(first ? model : before);
            double other = time(first ? before : model);
            ratios.add(new Weighted(Math.log(first ? one / other : other / one), 1));
        }
        ratios.sort(Comparator.comparingDouble(Weighted::value));
        var middle = Intervals.mean(ratios.subList(ROUNDS / 5, ROUNDS - ROUNDS / 5));
        return new StoredLatency.Measured(
                new Estimate(Math.exp(middle.value()), Math.exp(middle.low()), Math.exp(middle.high())), ROUNDS);
    }

    private static double time(Asked model) throws ModelFault {
        long start = System.nanoTime();
        model.ask();
        return System.nanoTime() - start;
    }
}
