package dev.docket.model;

import dev.docket.model.TextClassifier.Piece;
import dev.docket.model.TextClassifier.Reading;
import dev.docket.model.head.Heads;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.TokenVectors;
import dev.docket.model.text.Occurrences;
import dev.docket.model.tokenizer.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Evaluates the heads on token vectors and lexical features.
///
/// A head reads `m / |m|`, where `m` is the mean of the token vectors `h_i`. Both steps are linear once `|m|` is known,
/// so token `i` adds exactly `w . h_i / (n |m|)` to the logit. A lexical feature adds its weight times its value, which
/// is shared out evenly among the tokens that it touches; one that touches none goes to the opening marker.
final class HeadReader {
    private static final Logger LOG = LoggerFactory.getLogger(HeadReader.class);
    private static final double[][] NONE = {};

    private static final double[] NOTHING = {};

    private final Heads heads;
    private final List<Heads> beside;

    /// @param beside heads that give logits of their own, and no explanations
    HeadReader(Heads heads, List<Heads> beside) {
        this.heads = heads;
        this.beside = List.copyOf(beside);
    }

    List<Reading> read(List<Piece> batch, TokenVectors vectors, boolean explain) {
        var readings = new ArrayList<Reading>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            var piece = batch.get(i);
            float[] mean = vectors.mean(i);
            double norm = norm(mean);
            var words = piece.words(heads.lexicon().bits());
            double[][] contributions = explain ? contributions(piece, words, vectors, i, norm) : NONE;
            readings.add(new Reading(
                    piece,
                    direction(mean, norm),
                    logits(heads, words, mean, norm),
                    contributions,
                    beside(words, mean, norm)));
        }
        return readings;
    }

    private static double[] logits(Heads heads, Occurrences words, float[] mean, double norm) {
        double[] logits = heads.lexicon().sum(words);
        for (int label = 0; label < logits.length; label++) {
            logits[label] += heads.biases()[label] + heads.dot(label, mean) / norm;
        }
        return logits;
    }

    private List<double[]> beside(Occurrences words, float[] mean, double norm) {
        return beside.stream()
                .map(other -> logitsOrNothing(other, words, mean, norm))
                .toList();
    }

    /// What only scores unseen must not cost the scores that count, whatever is wrong with it.
    private static double[] logitsOrNothing(Heads other, Occurrences words, float[] mean, double norm) {
        try {
            return logits(other, words, mean, norm);
        } catch (RuntimeException broken) {
            LOG.debug("Heads beside the champion failed on a text", broken);
            return NOTHING;
        }
    }

    private double[][] contributions(Piece piece, Occurrences words, TokenVectors vectors, int text, double norm) {
        int length = vectors.length(text);
        var contributions = new double[heads.labels().size()][length];
        var row = new float[Encoder.DIMENSION];
        for (int token = 0; token < length; token++) {
            vectors.read(text, token, row);
            for (int label = 0; label < contributions.length; label++) {
                contributions[label][token] = heads.dot(label, row) / (length * norm);
            }
        }
        addWords(words, piece.tokens(), contributions);
        return contributions;
    }

    private void addWords(Occurrences words, Tokens tokens, double[][] contributions) {
        for (int i = 0; i < words.size(); i++) {
            int from = tokens.firstEndingAfter(words.start(i));
            int to = from;
            while (to < tokens.size() && tokens.starts()[to] < words.end(i) && !tokens.isMarker(to)) {
                to++;
            }
            boolean touches = to > from;
            for (int label = 0; label < contributions.length; label++) {
                double share =
                        words.value(i) * heads.lexicon().weight(words.bucket(i), label) / (touches ? to - from : 1);
                for (int token = touches ? from : 0; token < (touches ? to : 1); token++) {
                    contributions[label][token] += share;
                }
            }
        }
    }

    private static float[] direction(float[] mean, double norm) {
        var direction = new float[mean.length];
        for (int d = 0; d < mean.length; d++) {
            direction[d] = (float) (mean[d] / norm);
        }
        return direction;
    }

    static double norm(float[] vector) {
        double sum = 0;
        for (float x : vector) {
            sum += (double) x * x;
        }
        return Math.sqrt(Math.max(sum, 1e-24));
    }
}
