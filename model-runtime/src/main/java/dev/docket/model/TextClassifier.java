package dev.docket.model;

import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.batch.LengthBuckets;
import dev.docket.model.onnx.Call;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.slot.Slot;
import dev.docket.model.text.LexicalFeatures;
import dev.docket.model.text.Occurrences;
import dev.docket.model.text.Tokens;
import dev.docket.model.text.Window;
import dev.docket.model.text.Windows;
import dev.docket.model.text.WordPiece;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoder, the heads of one package and as many workers as there are cores.
///
/// A call's texts are tokenised, cut into windows, grouped by length and handed to the workers;
/// each worker encodes a batch on one thread and evaluates the heads while the token vectors
/// are still in its buffers. A call in which no batch finishes for [#PATIENCE] is broken off.
final class TextClassifier implements Classifier {
    private static final Logger LOG = LoggerFactory.getLogger(TextClassifier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LengthBuckets BUCKETS = new LengthBuckets(512);

    private final ModelPackage model;
    private final HeadReader heads;
    private final WordPiece wordPiece;
    private final Windows windows;
    private final ModelDescription description;
    private final Slot<Encoder> slot;
    private final BlockingQueue<Encoder.Worker> workers;
    private final ExecutorService threads;

    /// A process that ends in the middle of a native computation crashes, so its end waits for
    /// them.
    private final Thread atExit = Thread.ofPlatform().name("inference-drain").unstarted(this::drain);

    private TextClassifier(ModelPackage model, WordPiece wordPiece, Encoder encoder, int workerCount) {
        this.model = model;
        heads = new HeadReader(model.heads());
        this.wordPiece = wordPiece;
        var preprocessing = model.manifest().preprocessing();
        windows = new Windows(preprocessing.windowTokens(), preprocessing.overlapTokens(), preprocessing.mostWindows());
        description = describe(model, encoder);
        slot = new Slot<>(encoder);
        workers = new ArrayBlockingQueue<>(workerCount);
        for (int i = 0; i < workerCount; i++) {
            workers.add(encoder.newWorker());
        }
        threads = Executors.newFixedThreadPool(
                workerCount, Thread.ofPlatform().daemon().name("inference-", 1).factory());
    }

    static TextClassifier open(ModelPackage model, Path cache, boolean gpu) throws ModelFault {
        var binding = model.manifest().encoder();
        var wordPiece = WordPiece.read(ClassPath.read(binding.vocabulary()));
        var encoder = Encoder.open(EncoderFile.prepare(binding, cache), gpu);
        int cores = Runtime.getRuntime().availableProcessors();
        var classifier = new TextClassifier(model, wordPiece, encoder, gpu ? 1 : cores);
        classifier.warmUp();
        Runtime.getRuntime().addShutdownHook(classifier.atExit);
        return classifier;
    }

    private static ModelDescription describe(ModelPackage model, Encoder encoder) {
        var manifest = model.manifest();
        return new ModelDescription(
                manifest.version(),
                manifest.encoder().name(),
                manifest.encoder().sha256(),
                manifest.labels(),
                encoder.provider());
    }

    /// The first runs of a session allocate its memory; a moderator should not wait for that.
    private void warmUp() throws ModelFault {
        try {
            classify(List.of("warm", "up ".repeat(30), "up ".repeat(120)), true);
        } catch (ModelFault e) {
            close();
            throw e;
        }
    }

    @Override
    public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        try (var lease = slot.lease()) {
            var pieces = new ArrayList<Piece>();
            for (int text = 0; text < texts.size(); text++) {
                pieces.addAll(pieces(text, texts.get(text)));
            }
            return WorstWindow.scores(model, texts.size(), read(pieces, explain));
        }
    }

    private List<Piece> pieces(int index, String text) {
        var cut = windows.cut(text, wordPiece.tokenize(text));
        var picked = windows.pick(cut, window -> suspicion(words(text, window)));
        return picked.stream()
                .map(window -> new Piece(index, wordPiece.mark(window.tokens()), words(text, window)))
                .toList();
    }

    private Occurrences words(String text, Window window) {
        return LexicalFeatures.read(
                text, window.start(), window.end(), model.heads().lexicon().bits());
    }

    /// The most that a window's words alone say for any label.
    private double suspicion(Occurrences words) {
        return Arrays.stream(model.heads().lexicon().sum(words)).max().orElse(0);
    }

    private List<Reading> read(List<Piece> pieces, boolean explain) throws ModelFault {
        var call = new Call();
        var futures = new ArrayList<Future<List<Reading>>>();
        for (var batch : BUCKETS.group(pieces, piece -> piece.tokens().size())) {
            var members = batch.stream().map(pieces::get).toList();
            futures.add(threads.submit(() -> readBatch(members, call, explain)));
        }
        var readings = new ArrayList<Reading>();
        try {
            for (var future : futures) {
                readings.addAll(await(future));
            }
            return readings;
        } catch (ModelFault e) {
            futures.forEach(future -> future.cancel(false));
            call.breakOff();
            throw e;
        }
    }

    /// Holds the encoder for itself: a run that cannot be broken off may outlast its call, and
    /// must not lose the session that it computes in.
    private List<Reading> readBatch(List<Piece> batch, Call call, boolean explain)
            throws ModelFault, InterruptedException {
        var worker = workers.take();
        try (var lease = slot.lease();
                var run = call.start()) {
            var vectors = worker.run(batch.stream().map(Piece::tokens).toList(), run.run());
            return heads.read(batch, vectors, explain);
        } finally {
            workers.add(worker);
        }
    }

    private static List<Reading> await(Future<List<Reading>> future) throws ModelFault {
        try {
            return future.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("A batch failed", e);
        } catch (TimeoutException e) {
            throw new ModelFault("No batch finished within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    @Override
    public ModelDescription describe() {
        return description;
    }

    @Override
    public void close() {
        drain();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending: the hook drains as well", e);
        }
    }

    private void drain() {
        try {
            slot.close(PATIENCE);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    /// One window of one text, with the encoder's markers.
    record Piece(int text, Tokens tokens, Occurrences words) {}

    /// What the heads made of one window.
    ///
    /// @param direction the mean of its token vectors, of length 1
    /// @param contributions label by token; empty unless asked for
    record Reading(Piece piece, float[] direction, double[] logits, double[][] contributions) {}
}
