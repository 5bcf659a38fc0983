package dev.docket.model.train;

import dev.docket.model.head.Heads;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Figures of finished heads on the test split, by what raters said; weak labels are left out.
final class Evaluation {
    private final Heads heads;
    private final List<Sample> test;

    Evaluation(Heads heads, List<Sample> test) {
        this.heads = heads;
        this.test = test;
    }

    /// Label to figures, over all languages.
    Map<String, Map<String, Double>> byLabel() {
        var figures = new TreeMap<String, Map<String, Double>>();
        for (int label = 0; label < heads.labels().size(); label++) {
            var ofLabel = figures(label, sample -> true);
            if (ofLabel.meaningful()) {
                figures.put(heads.labels().get(label), ofLabel.asMap());
            }
        }
        return figures;
    }

    /// One label among the samples of a kind.
    Figures figures(int label, Predicate<Sample> kind) {
        var rows = test.stream()
                .filter(kind)
                .filter(sample -> sample.example().knows(label))
                .toList();
        var scores = new double[rows.size()];
        var truths = new boolean[rows.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = heads.score(label, HeadTraining.logit(heads, rows.get(i), label));
            truths[i] = rows.get(i).example().positive(label);
        }
        return Figures.of(scores, truths);
    }
}
