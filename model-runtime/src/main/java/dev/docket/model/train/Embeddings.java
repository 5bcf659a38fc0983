package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.batch.LengthBuckets;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.Run;
import dev.docket.model.text.Window;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.Tokens;
import dev.docket.model.tokenizer.WordPiece;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The mean vectors of many texts, of unit length, kept on disk in half precision so that training again takes seconds.
///
/// A text is read in its first window only. The file belongs to one encoder; its records are a checksum of the
/// tokens and the vector, and a record cut off by a kill is dropped at the next start.
final class Embeddings {
    private static final int CHUNK = 4096;
    private static final int KEY_LENGTH = 24;

    private final Path file;
    private final WordPiece wordPiece;
    private final Windows windows;
    private final Map<String, short[]> known = new HashMap<>();

    Embeddings(Path cache, String encoderSha256, WordPiece wordPiece, Windows windows) throws IOException {
        this.wordPiece = wordPiece;
        this.windows = windows;
        Files.createDirectories(cache);
        file = cache.resolve("vectors-%s-%d.bin".formatted(encoderSha256.substring(0, 12), windows.size()));
        if (Files.exists(file)) {
            load();
        }
    }

    private static String key(Tokens tokens) {
        var ids = ByteBuffer.allocate(tokens.size() * Integer.BYTES);
        ids.asIntBuffer().put(tokens.ids());
        return Checksum.of(ids.array()).substring(0, KEY_LENGTH);
    }

    private void load() throws IOException {
        long whole = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (true) {
                var key = new String(in.readNBytes(KEY_LENGTH), StandardCharsets.US_ASCII);
                var vector = new short[Encoder.DIMENSION];
                for (int d = 0; d < vector.length; d++) {
                    vector[d] = in.readShort();
                }
                known.put(key, vector);
                whole += KEY_LENGTH + 2L * vector.length;
            }
        } catch (EOFException e) {
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(whole);
            }
        }
    }

    /// The vector of a text that was given to [#add].
    short[] of(String text) {
        var vector = known.get(key(tokens(text)));
        if (vector == null) {
            throw new IllegalArgumentException("The text was never embedded");
        }
        return vector;
    }

    boolean has(String text) {
        return known.containsKey(key(tokens(text)));
    }

    /// Embeds what is not known yet.
    void add(List<String> texts, Encoder encoder) throws IOException, ModelFault {
        var missing = texts.stream().filter(text -> !has(text)).distinct().toList();
        try (var out = new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 20));
                var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            var workers = ThreadLocal.withInitial(encoder::newWorker);
            for (int from = 0; from < missing.size(); from += CHUNK) {
                var chunk = missing.subList(from, Math.min(missing.size(), from + CHUNK));
                var tokens = chunk.stream().map(this::tokens).toList();
                var tasks = new ArrayList<Callable<Void>>();
                var vectors = new short[chunk.size()][];
                for (var batch : new LengthBuckets(512).group(tokens, Tokens::size)) {
                    tasks.add(() -> embed(tokens, batch, workers.get(), vectors));
                }
                for (var future : threads.invokeAll(tasks)) {
                    future.get();
                }
                for (int i = 0; i < vectors.length; i++) {
                    write(out, key(tokens.get(i)), vectors[i]);
                }
                out.flush();
                Progress.report("embedded %d of %d", from + chunk.size(), missing.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while embedding", e);
        } catch (ExecutionException e) {
            throw new ModelFault("Embedding failed", e);
        }
    }

    /// Embeds what is not known yet, on the caller's thread alone.
    void add(List<String> texts, Encoder.Worker worker) throws IOException, ModelFault {
        var missing = texts.stream().filter(text -> !has(text)).distinct().toList();
        var tokens = missing.stream().map(this::tokens).toList();
        var vectors = new short[missing.size()][];
        for (var batch : new LengthBuckets(512).group(tokens, Tokens::size)) {
            embed(tokens, batch, worker, vectors);
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 20))) {
            for (int i = 0; i < vectors.length; i++) {
                write(out, key(tokens.get(i)), vectors[i]);
            }
        }
    }

    private Tokens tokens(String text) {
        return wordPiece.mark(window(text).tokens());
    }

    /// The part of a text that is read.
    Window window(String text) {
        return windows.cut(text, wordPiece.tokenize(text)).getFirst();
    }

    private static Void embed(List<Tokens> tokens, List<Integer> batch, Encoder.Worker worker, short[][] vectors)
            throws ModelFault {
        try (var run = new Run()) {
            var read = worker.run(batch.stream().map(tokens::get).toList(), run);
            for (int i = 0; i < batch.size(); i++) {
                vectors[batch.get(i)] = unit(read.mean(i));
            }
        }
        return null;
    }

    private static short[] unit(float[] mean) {
        double square = 0;
        for (float x : mean) {
            square += (double) x * x;
        }
        double norm = Math.sqrt(Math.max(square, 1e-24));
        var unit = new short[mean.length];
        for (int d = 0; d < mean.length; d++) {
            unit[d] = Float.floatToFloat16((float) (mean[d] / norm));
        }
        return unit;
    }

    private void write(DataOutputStream out, String key, short[] vector) throws IOException {
        out.write(key.getBytes(StandardCharsets.US_ASCII));
        for (short x : vector) {
            out.writeShort(x);
        }
        known.put(key, vector);
    }
}
