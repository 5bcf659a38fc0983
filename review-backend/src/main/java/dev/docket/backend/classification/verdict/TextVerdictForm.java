package dev.docket.backend.classification.verdict;

import dev.docket.model.Embedding;
import dev.docket.model.Explanation;
import dev.docket.model.LabelScore;
import dev.docket.model.TextScores;
import dev.docket.model.TokenContribution;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Scores as bytes, every bit of every number: a verdict that comes back from the table is the one
/// that went in. About a fifth of what JSON would take.
final class TextVerdictForm implements VerdictForm<TextScores> {
    private static final int FORMAT = 2;
    private static final int NONE = -1;
    /// What a verdict weighs beside its tokens, and each token.
    private static final int ENTRY = 2_000;

    private static final int TOKEN = 48;

    @Override
    public int weight(TextScores scores) {
        int tokens = scores.explanations().values().stream()
                .mapToInt(explanation -> explanation.tokens().size())
                .sum();
        int others = scores.beside().values().stream().mapToInt(List::size).sum();
        return ENTRY + TOKEN * (tokens + others);
    }

    @Override
    public byte[] write(TextScores scores) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(scores.windows());
            write(scores.scores(), out);
            write(scores.explanations(), out);
            write(scores.embedding(), out);
            out.writeInt(scores.beside().size());
            for (var other : scores.beside().entrySet()) {
                out.writeUTF(other.getKey());
                write(other.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(List<LabelScore> scores, DataOutputStream out) throws IOException {
        out.writeInt(scores.size());
        for (var score : scores) {
            out.writeUTF(score.label());
            out.writeDouble(score.score());
            out.writeUTF(score.modelVersion());
        }
    }

    private static void write(Map<String, Explanation> explanations, DataOutputStream out) throws IOException {
        out.writeInt(explanations.size());
        for (var entry : explanations.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeDouble(entry.getValue().bias());
            out.writeDouble(entry.getValue().logit());
            out.writeInt(entry.getValue().tokens().size());
            for (var token : entry.getValue().tokens()) {
                out.writeInt(token.start());
                out.writeInt(token.end());
                out.writeDouble(token.contribution());
            }
        }
    }

    private static void write(@Nullable Embedding embedding, DataOutputStream out) throws IOException {
        byte[] values = embedding == null ? null : embedding.toBytes();
        out.writeInt(values == null ? NONE : values.length);
        if (values != null) {
            out.write(values);
        }
    }

    @Override
    public Optional<TextScores> read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORMAT) {
                return Optional.empty();
            }
            int windows = in.readInt();
            return Optional.of(new TextScores(scores(in), explanations(in), windows, embedding(in), beside(in)));
        } catch (IOException cutShort) {
            return Optional.empty();
        }
    }

    private static Map<String, List<LabelScore>> beside(DataInputStream in) throws IOException {
        int count = in.readInt();
        var beside = new HashMap<String, List<LabelScore>>();
        for (int i = 0; i < count; i++) {
            beside.put(in.readUTF(), scores(in));
        }
        return beside;
    }

    private static List<LabelScore> scores(DataInputStream in) throws IOException {
        int count = in.readInt();
        var scores = new ArrayList<LabelScore>();
        for (int i = 0; i < count; i++) {
            scores.add(new LabelScore(in.readUTF(), in.readDouble(), in.readUTF()));
        }
        return scores;
    }

    private static Map<String, Explanation> explanations(DataInputStream in) throws IOException {
        int count = in.readInt();
        var explanations = new LinkedHashMap<String, Explanation>();
        for (int i = 0; i < count; i++) {
            String label = in.readUTF();
            double bias = in.readDouble();
            double logit = in.readDouble();
            explanations.put(label, new Explanation(tokens(in), bias, logit));
        }
        return explanations;
    }

    private static List<TokenContribution> tokens(DataInputStream in) throws IOException {
        int count = in.readInt();
        var tokens = new ArrayList<TokenContribution>();
        for (int i = 0; i < count; i++) {
            tokens.add(new TokenContribution(in.readInt(), in.readInt(), in.readDouble()));
        }
        return tokens;
    }

    private static @Nullable Embedding embedding(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NONE ? null : Embedding.fromBytes(in.readNBytes(length));
    }
}
