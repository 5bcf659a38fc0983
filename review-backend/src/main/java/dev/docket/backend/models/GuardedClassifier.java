package dev.docket.backend.models;

import dev.docket.model.Classifier;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.time.Duration;
import java.util.List;

/// A classifier that may throw, hang or answer nonsense, behind a [Guard]. An answer counts only if every score of
/// every
/// text is a number from 0 to 1.
final class GuardedClassifier {
    private final Classifier classifier;
    private final InferenceFigures figures;
    private final Guard guard;

    GuardedClassifier(Classifier classifier, Duration timeLimit, Duration rest, InferenceFigures figures) {
        this.classifier = classifier;
        this.figures = figures;
        this.guard = new Guard("scoring-", timeLimit, rest, figures::failed);
    }

    boolean isResting() {
        return guard.isResting();
    }

    ModelDescription describe() {
        return classifier.describe();
    }

    List<TextScores> score(List<String> texts, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        var scores = guard.call(() -> checked(classifier.classify(texts, explain), texts.size()));
        figures.ran(texts.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    private List<TextScores> checked(List<TextScores> answer, int texts) throws ModelFault {
        if (answer.size() != texts) {
            throw new ModelFault("The model answered for " + answer.size() + " texts of " + texts);
        }
        int labels = classifier.describe().labels().size();
        for (var scores : answer) {
            Scores.check(scores.scores(), labels);
        }
        return answer;
    }

    void close() {
        guard.close();
        classifier.close();
    }
}
