package dev.docket.model;

import dev.docket.model.TextClassifier.Reading;
import dev.docket.model.artifact.ModelPackage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes a text's scores from those of its windows: the highest of each label, for each version by itself.
final class WorstWindow {
    private final ServedHeads served;

    WorstWindow(ServedHeads served) {
        this.served = served;
    }

    List<TextScores> scores(int texts, List<Reading> readings) throws ModelFault {
        var byText = new ArrayList<List<Reading>>(texts);
        for (int text = 0; text < texts; text++) {
            byText.add(new ArrayList<>(1));
        }
        readings.forEach(reading -> byText.get(reading.piece().text()).add(reading));
        var scores = new ArrayList<TextScores>(texts);
        for (var windows : byText) {
            scores.add(ofText(windows));
        }
        return scores;
    }

    private TextScores ofText(List<Reading> windows) throws ModelFault {
        var model = served.champion();
        var labels = model.heads().labels();
        var scores = new ArrayList<LabelScore>(labels.size());
        Map<String, Explanation> explanations = new HashMap<>();
        for (int label = 0; label < labels.size(); label++) {
            var worst = worst(windows, label);
            double score = model.heads().score(label, worst.logits()[label]);
            scores.add(new LabelScore(
                    labels.get(label), valid(score), model.manifest().version()));
            if (worst.contributions().length > 0) {
                explanations.put(
                        labels.get(label),
                        explanation(worst, label, model.heads().biases()[label]));
            }
        }
        return new TextScores(scores, explanations, windows.size(), embedding(windows), beside(windows));
    }

    private Map<String, List<LabelScore>> beside(List<Reading> windows) {
        var beside = new HashMap<String, List<LabelScore>>();
        for (int i = 0; i < served.beside().size(); i++) {
            int other = i;
            var logits =
                    windows.stream().map(window -> window.beside().get(other)).toList();
            beside.put(
                    served.beside().get(i).manifest().version(),
                    besides(served.beside().get(i), logits));
        }
        return beside;
    }

    /// @param windows the logits of each
    /// @return empty unless there is a number for every label
    private static List<LabelScore> besides(ModelPackage other, List<double[]> windows) {
        var labels = other.heads().labels();
        if (windows.stream().anyMatch(logits -> logits.length != labels.size())) {
            return List.of();
        }
        var scores = new ArrayList<LabelScore>(labels.size());
        for (int label = 0; label < labels.size(); label++) {
            int index = label;
            double worst =
                    windows.stream().mapToDouble(logits -> logits[index]).reduce(Double.NEGATIVE_INFINITY, Math::max);
            double score = other.heads().score(label, worst);
            if (!(score >= 0 && score <= 1)) {
                return List.of();
            }
            scores.add(new LabelScore(labels.get(label), score, other.manifest().version()));
        }
        return scores;
    }

    /// Summed in the order of the text: the last bit of a sum depends on the order, and a text's embedding must not
    /// depend on what else was in the batch.
    private static Embedding embedding(List<Reading> windows) {
        var ordered = windows.stream()
                .sorted(Comparator.comparingInt(
                        window -> window.piece().tokens().starts()[0]))
                .toList();
        float[] sum = new float[ordered.getFirst().direction().length];
        for (var window : ordered) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += window.direction()[d];
            }
        }
        return Embedding.of(sum);
    }

    private static double valid(double score) throws ModelFault {
        if (score >= 0 && score <= 1) {
            return score;
        }
        throw new ModelFault("A head gave a score that is not in 0..1");
    }

    /// Of equal windows the earliest, whatever the order in which they were computed; NaN beats all.
    private static Reading worst(List<Reading> windows, int label) {
        Reading worst = windows.getFirst();
        for (var window : windows) {
            int difference = Double.compare(window.logits()[label], worst.logits()[label]);
            boolean earlier =
                    window.piece().tokens().starts()[0] < worst.piece().tokens().starts()[0];
            if (difference > 0 || (difference == 0 && earlier)) {
                worst = window;
            }
        }
        return worst;
    }

    private static Explanation explanation(Reading reading, int label, double bias) {
        var tokens = reading.piece().tokens();
        var contributions = new ArrayList<TokenContribution>(tokens.size());
        for (int token = 0; token < tokens.size(); token++) {
            contributions.add(new TokenContribution(
                    tokens.starts()[token], tokens.ends()[token], reading.contributions()[label][token]));
        }
        return new Explanation(contributions, bias, reading.logits()[label]);
    }
}
