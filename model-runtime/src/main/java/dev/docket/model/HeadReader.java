package dev.docket.model;

import dev.docket.model.TextClassifier.Piece;
import dev.docket.model.TextClassifier.Reading;
import dev.docket.model.head.Heads;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.TokenVectors;
import java.util.ArrayList;
import java.util.List;

/// Evaluates the heads on token vectors.
///
/// A head reads `m / |m|`, where `m` is the mean of the token vectors `h_i`. Both steps are linear once `|m|` is known,
/// so token `i` adds exactly `w . h_i / (n |m|)` to the logit.
final class HeadReader {
    private static final double[][] NONE = {};

    private HeadReader() {}

    static List<Reading> read(Heads heads, List<Piece> batch, TokenVectors vectors, boolean explain) {
        var readings = new ArrayList<Reading>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            float[] mean = vectors.mean(i);
            double norm = norm(mean);
            var logits = new double[heads.labels().size()];
            for (int label = 0; label < logits.length; label++) {
                logits[label] = heads.biases()[label] + heads.dot(label, mean) / norm;
            }
            readings.add(new Reading(batch.get(i), logits, explain ? contributions(heads, vectors, i, norm) : NONE));
        }
        return readings;
    }

    private static double[][] contributions(Heads heads, TokenVectors vectors, int text, double norm) {
        int length = vectors.length(text);
        var contributions = new double[heads.labels().size()][length];
        var row = new float[Encoder.DIMENSION];
        for (int token = 0; token < length; token++) {
            vectors.read(text, token, row);
            for (int label = 0; label < contributions.length; label++) {
                contributions[label][token] = heads.dot(label, row) / (length * norm);
            }
        }
        return contributions;
    }

    static double norm(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        return Math.sqrt(Math.max(sum, 1e-24));
    }
}
