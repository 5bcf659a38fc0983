package dev.docket.model;

import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.batch.LengthBuckets;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.Run;
import dev.docket.model.tokenizer.Tokens;
import dev.docket.model.tokenizer.WordPiece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/// Compares the classifier with a bare loop over the same batches in the same encoder, in alternating rounds.
///
/// A program, not a test: its figures mean little on a machine that does something else as well. Argument: cache
/// folder.
public final class ThroughputMeasurement {
    private static final int ROUNDS = 7;
    private static final int TEXTS = 512;
    private static final String WORDS =
            "the garden was quiet and nobody had seen the red car that stood there all night ";

    private ThroughputMeasurement() {}

    public static void main(String[] arguments) throws Exception {
        var cache = Path.of(arguments[0]);
        var log = LoggerFactory.getLogger(ThroughputMeasurement.class);
        var texts = IntStream.range(0, TEXTS)
                .mapToObj(i -> (i + " " + WORDS + WORDS).strip())
                .toList();
        var binding = ModelPackage.ofResources("models/docket-text").manifest().encoder();
        var wordPiece = WordPiece.read(ClassPath.read(binding.vocabulary()));
        var tokens = texts.stream()
                .map(text -> wordPiece.mark(wordPiece.tokenize(text)))
                .toList();
        try (var classifier = Classifiers.openDefault(cache, false);
                var encoder = Encoder.open(EncoderFile.prepare(binding, cache), false)) {
            for (int round = 0; round <= ROUNDS; round++) {
                double bare = rate(() -> bareLoop(encoder, tokens));
                double plain = rate(() -> classifier.classify(texts, false));
                double explained = rate(() -> classifier.classify(texts, true));
                log.warn(
                        "round {}: bare {} classifier {} explained {} texts/s, {} tokens a text",
                        round,
                        Math.round(bare),
                        Math.round(plain),
                        Math.round(explained),
                        tokens.getFirst().size());
            }
        }
    }

    private static double rate(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return TEXTS / ((System.nanoTime() - start) / 1e9);
    }

    private static Object bareLoop(Encoder encoder, List<Tokens> tokens) throws Exception {
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var workers = ThreadLocal.withInitial(encoder::newWorker);
            var tasks = new ArrayList<Callable<Object>>();
            for (var batch : new LengthBuckets(512).group(tokens, Tokens::size)) {
                var members = batch.stream().map(tokens::get).toList();
                tasks.add(() -> {
                    try (var run = new Run()) {
                        return workers.get().run(members, run);
                    }
                });
            }
            return threads.invokeAll(tasks);
        }
    }
}
