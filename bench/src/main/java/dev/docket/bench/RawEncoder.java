package dev.docket.bench;

import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.batch.LengthBuckets;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.Run;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.Tokens;
import dev.docket.model.tokenizer.WordPiece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The floor under every figure of the model runtime: the encoder alone, on batches that were tokenised and grouped
/// beforehand, as many threads as there are cores, no heads, no scores.
final class RawEncoder implements AutoCloseable {
    static final int TOKEN_BUDGET = 512;

    private final Encoder encoder;
    private final WordPiece wordPiece;
    private final Windows windows;
    private final ExecutorService threads;
    private final List<Encoder.Worker> workers = new ArrayList<>();

    RawEncoder(Path cache) throws ModelFault {
        this(shipped(cache), WordPiece.read(ClassPath.read(manifest().encoder().vocabulary())), windows());
    }

    /// Another model of the same vocabulary.
    RawEncoder(Path model, RawEncoder vocabulary) throws ModelFault {
        this(model, vocabulary.wordPiece, vocabulary.windows);
    }

    private RawEncoder(Path model, WordPiece wordPiece, Windows windows) throws ModelFault {
        this.wordPiece = wordPiece;
        this.windows = windows;
        encoder = Encoder.open(model, false);
        int cores = Runtime.getRuntime().availableProcessors();
        threads = Executors.newFixedThreadPool(cores);
        for (int i = 0; i < cores; i++) {
            workers.add(encoder.newWorker());
        }
    }

    private static Manifest manifest() throws ModelFault {
        return ModelPackage.read(Classifiers.shipped()).manifest();
    }

    private static Windows windows() throws ModelFault {
        var pieces = manifest().preprocessing();
        return new Windows(pieces.windowTokens(), pieces.overlapTokens(), pieces.mostWindows());
    }

    /// The frozen encoder, as it ships.
    static Path shipped(Path cache) throws ModelFault {
        return EncoderFile.prepare(manifest().encoder(), cache);
    }

    /// The windows in which the runtime reads the texts; most are read in one.
    List<Tokens> tokenise(List<String> texts) {
        return texts.stream()
                .flatMap(text -> windows.cut(text, wordPiece.tokenize(text)).stream())
                .map(window -> wordPiece.mark(window.tokens()))
                .toList();
    }

    /// The batches that the runtime makes of the same windows.
    static List<List<Tokens>> group(List<Tokens> windows) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new LengthBuckets(TOKEN_BUDGET)
                .group(windows, Tokens::size, cores).stream()
                        .map(batch -> batch.stream().map(windows::get).toList())
                        .toList();
    }

    /// Encodes every batch, each worker taking the next one when it is free.
    int encode(List<List<Tokens>> batches) throws Exception {
        var next = new AtomicInteger();
        var loops = workers.stream()
                .map(worker -> (Callable<Integer>) () -> loop(worker, batches, next))
                .toList();
        int encoded = 0;
        for (var loop : threads.invokeAll(loops)) {
            encoded += loop.get();
        }
        return encoded;
    }

    private static int loop(Encoder.Worker worker, List<List<Tokens>> batches, AtomicInteger next) throws ModelFault {
        int encoded = 0;
        try (var run = new Run()) {
            for (int batch = next.getAndIncrement(); batch < batches.size(); batch = next.getAndIncrement()) {
                encoded += worker.run(batches.get(batch), run).size();
            }
        }
        return encoded;
    }

    /// Encodes windows one after the other on the calling thread.
    int encodeAlone(List<Tokens> windows) throws ModelFault {
        int encoded = 0;
        for (var window : windows) {
            try (var run = new Run()) {
                encoded += workers.getFirst().run(List.of(window), run).size();
            }
        }
        return encoded;
    }

    /// What it makes of one window.
    float[] mean(Tokens window) throws ModelFault {
        try (var run = new Run()) {
            return workers.getFirst().run(List.of(window), run).mean(0);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        encoder.close();
    }
}
