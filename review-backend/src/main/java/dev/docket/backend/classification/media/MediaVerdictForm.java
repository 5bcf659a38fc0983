package dev.docket.backend.classification.media;

import dev.docket.backend.classification.media.MediaPart.Moment;
import dev.docket.backend.classification.media.MediaPart.Worst;
import dev.docket.backend.classification.media.MediaPart.Writing;
import dev.docket.backend.classification.verdict.VerdictForm;
import dev.docket.dto.item.MediaKind;
import dev.docket.model.image.ActivationMap;
import dev.docket.model.ocr.PictureText;
import dev.docket.model.ocr.TextLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the models said of an image or a video as bytes, every bit of every number. Only what was judged whole has a
/// form: a fault may have gone by the next time.
final class MediaVerdictForm implements VerdictForm<MediaPart> {
    private static final int FORMAT = 3;
    private static final int ENTRY = 1_000;
    private static final int CELL = 8;
    private static final int SCORE = 100;
    private static final int LINE = 200;
    private static final int CORNERS = 8;

    @Override
    public int weight(MediaPart part) {
        int cells = part.maps().values().stream()
                .mapToInt(map -> map.cells().length)
                .sum();
        int scores = part.moments().stream()
                .mapToInt(moment -> moment.scores().size())
                .sum();
        var writing = part.writing();
        int lines = writing == null ? 0 : writing.read().lines().size();
        int others = part.beside().values().stream().mapToInt(Map::size).sum();
        return ENTRY + CELL * cells + SCORE * (scores + others) + LINE * lines;
    }

    @Override
    public byte[] write(MediaPart part) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeUTF(part.kind().name());
            write(part.worst(), out);
            out.writeInt(part.maps().size());
            for (var map : part.maps().entrySet()) {
                out.writeUTF(map.getKey());
                write(map.getValue(), out);
            }
            out.writeInt(part.moments().size());
            for (var moment : part.moments()) {
                write(moment, out);
            }
            write(part.writing(), out);
            out.writeInt(part.beside().size());
            for (var other : part.beside().entrySet()) {
                out.writeUTF(other.getKey());
                write(other.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, Worst> worst, DataOutputStream out) throws IOException {
        out.writeInt(worst.size());
        for (var one : worst.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeDouble(one.getValue().score());
            out.writeUTF(one.getValue().modelVersion());
            write(one.getValue().second(), out);
        }
    }

    private static void write(@Nullable Double second, DataOutputStream out) throws IOException {
        out.writeBoolean(second != null);
        if (second != null) {
            out.writeDouble(second);
        }
    }

    private static void write(ActivationMap map, DataOutputStream out) throws IOException {
        out.writeUTF(map.classOf());
        out.writeInt(map.rows());
        out.writeInt(map.columns());
        for (float cell : map.cells()) {
            out.writeFloat(cell);
        }
        out.writeDouble(map.bias());
        out.writeDouble(map.logit());
    }

    private static void write(Moment moment, DataOutputStream out) throws IOException {
        out.writeDouble(moment.second());
        out.writeInt(moment.scores().size());
        for (var score : moment.scores().entrySet()) {
            out.writeUTF(score.getKey());
            out.writeDouble(score.getValue());
        }
    }

    /// What the text heads say of it is kept with them, by its own digest.
    private static void write(@Nullable Writing writing, DataOutputStream out) throws IOException {
        out.writeBoolean(writing != null);
        if (writing == null) {
            return;
        }
        out.writeUTF(writing.reader());
        out.writeInt(writing.read().lines().size());
        for (var line : writing.read().lines()) {
            out.writeUTF(line.text());
            out.writeDouble(line.score());
            out.writeInt(line.row());
            for (double corner : line.corners()) {
                out.writeDouble(corner);
            }
        }
    }

    /// @return the part as the first of an item
    @Override
    public Optional<MediaPart> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                return Optional.empty();
            }
            var kind = MediaKind.valueOf(in.readUTF());
            return Optional.of(new MediaPart(0, kind, null, worst(in), maps(in), moments(in), writing(in), beside(in)));
        } catch (IOException | IllegalArgumentException cutShort) {
            return Optional.empty();
        }
    }

    private static Map<String, Worst> worst(DataInputStream in) throws IOException {
        int count = in.readInt();
        var worst = new HashMap<String, Worst>();
        for (int i = 0; i < count; i++) {
            worst.put(in.readUTF(), new Worst(in.readDouble(), in.readUTF(), second(in)));
        }
        return worst;
    }

    private static Map<String, Map<String, Worst>> beside(DataInputStream in) throws IOException {
        int count = in.readInt();
        var beside = new HashMap<String, Map<String, Worst>>();
        for (int i = 0; i < count; i++) {
            beside.put(in.readUTF(), worst(in));
        }
        return beside;
    }

    private static @Nullable Double second(DataInputStream in) throws IOException {
        return in.readBoolean() ? Double.valueOf(in.readDouble()) : null;
    }

    private static Map<String, ActivationMap> maps(DataInputStream in) throws IOException {
        int count = in.readInt();
        var maps = new HashMap<String, ActivationMap>();
        for (int i = 0; i < count; i++) {
            maps.put(in.readUTF(), map(in));
        }
        return maps;
    }

    private static ActivationMap map(DataInputStream in) throws IOException {
        String classOf = in.readUTF();
        int rows = in.readInt();
        int columns = in.readInt();
        var cells = new float[rows * columns];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = in.readFloat();
        }
        return new ActivationMap(classOf, rows, columns, cells, in.readDouble(), in.readDouble());
    }

    private static List<Moment> moments(DataInputStream in) throws IOException {
        int count = in.readInt();
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < count; i++) {
            moments.add(moment(in));
        }
        return moments;
    }

    private static Moment moment(DataInputStream in) throws IOException {
        double second = in.readDouble();
        int count = in.readInt();
        var scores = new HashMap<String, Double>();
        for (int i = 0; i < count; i++) {
            scores.put(in.readUTF(), in.readDouble());
        }
        return new Moment(second, scores);
    }

    private static @Nullable Writing writing(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        String reader = in.readUTF();
        int count = in.readInt();
        var lines = new ArrayList<TextLine>();
        for (int i = 0; i < count; i++) {
            lines.add(line(in));
        }
        return new Writing(new PictureText(lines, true), reader, null, null);
    }

    private static TextLine line(DataInputStream in) throws IOException {
        String text = in.readUTF();
        double score = in.readDouble();
        int row = in.readInt();
        var corners = new ArrayList<Double>();
        for (int i = 0; i < CORNERS; i++) {
            corners.add(in.readDouble());
        }
        return new TextLine(text, score, corners, row);
    }
}
