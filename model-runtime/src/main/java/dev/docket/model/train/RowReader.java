package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.head.Heads;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.text.LexicalFeatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns labelled texts into rows, chunk by chunk. What has been embedded is kept on disk, so
/// that a training that is taken up again does not embed twice.
final class RowReader {
    private static final int CHUNK = 512;

    private final Embeddings embeddings;
    private final Encoder.Worker worker;
    private final Heads base;
    private final long seed;
    private final int most;
    private String digest = "";
    private double share = 1;

    /// @param most rows that are kept; of more, as many as fit, drawn by seed and id
    RowReader(Embeddings embeddings, Encoder.Worker worker, Heads base, long seed, int most) {
        this.embeddings = embeddings;
        this.worker = worker;
        this.base = base;
        this.seed = seed;
        this.most = most;
    }

    /// Told after each chunk.
    interface Tally {
        void rows(int read);
    }

    List<Row> read(Stream<LabelledText> texts, Tally tally) throws IOException, ModelFault {
        share = 1;
        var rows = new ArrayList<Row>();
        var chunk = new ArrayList<LabelledText>(CHUNK);
        int read = 0;
        for (var text : (Iterable<LabelledText>) texts::iterator) {
            if (Draw.share(seed + 2, text.id()) < share) {
                chunk.add(text);
            }
            if (chunk.size() == CHUNK) {
                read += take(chunk, rows);
                tally.rows(read);
            }
        }
        take(chunk, rows);
        return rows;
    }

    private int take(List<LabelledText> chunk, List<Row> rows) throws IOException, ModelFault {
        embeddings.add(chunk.stream().map(LabelledText::text).toList(), worker);
        for (var text : chunk) {
            digest = Checksum.of((digest + line(text)).getBytes(StandardCharsets.UTF_8));
            rows.add(row(text));
        }
        while (rows.size() > most) {
            share /= 2;
            rows.removeIf(row -> Draw.share(seed + 2, row.id()) >= share);
        }
        int taken = chunk.size();
        chunk.clear();
        return taken;
    }

    private Row row(LabelledText text) {
        var window = embeddings.window(text.text());
        var words = LexicalFeatures.read(
                text.text(), window.start(), window.end(), base.lexicon().bits());
        return Row.of(text, embeddings.of(text.text()), words, base);
    }

    private static String line(LabelledText text) {
        return "\n%s %d %s %s".formatted(text.id(), text.group(), new TreeMap<>(text.marks()), text.text());
    }

    String digest() {
        return digest;
    }
}
