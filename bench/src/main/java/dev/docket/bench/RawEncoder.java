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
    private final ExecutorService threads;
    private final List<Encoder.Worker> workers = new ArrayList<>();

    RawEncoder(Path cache) throws ModelFault {
        this(shipped(cache), WordPiece.read(ClassPath.read(binding().vocabulary())));
    }

    /// Another model of the same vocabulary.
    RawEncoder(Path model, RawEncoder vocabulary) throws ModelFault {
        this(model, vocabulary.wordPiece);
    }

    private RawEncoder(Path model, WordPiece wordPiece) throws ModelFault {
        this.wordPiece = wordPiece;
        encoder = Encoder.open(model, false);
        int cores = Runtime.getRuntime().availableProcessors();
        threads = Executors.newFixedThreadPool(cores);
        for (int i = 0; i < cores; i++) {
            workers.add(encoder.newWorker());
        }
    }

    private static Manifest.EncoderBinding binding() throws ModelFault {
        return ModelPackage.read(Classifiers.shipped()).manifest().encoder();
    }

    /// The frozen encoder, as it ships.
    static Path shipped(Path cache) throws ModelFault {
        return EncoderFile.prepare(binding(), cache);
    }

    List<Tokens> tokenise(List<String> texts) {
        return texts.stream()
                .map(text -> wordPiece.mark(wordPiece.tokenize(text)))
                .toList();
    }

    /// The batches that the runtime makes of the same texts.
    static List<List<Tokens>> group(List<Tokens> texts) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new LengthBuckets(TOKEN_BUDGET)
                .group(texts, Tokens::size, cores).stream()
                        .map(batch -> batch.stream().map(texts::get).toList())
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

    /// Encodes one text on the calling thread.
    int encodeAlone(Tokens text) throws ModelFault {
        try (var run = new Run()) {
            return workers.getFirst().run(List.of(text), run).size();
        }
    }

    /// What it makes of one text.
    float[] mean(Tokens text) throws ModelFault {
        try (var run = new Run()) {
            return workers.getFirst().run(List.of(text), run).mean(0);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        encoder.close();
    }
}
