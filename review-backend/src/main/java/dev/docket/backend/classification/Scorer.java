package dev.docket.backend.classification;

import dev.docket.backend.models.LoadedModels;
import dev.docket.model.Classifier;
import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Scores texts, and keeps a failing model from failing anything else.
///
/// A fault of a batch is narrowed down by halving, so one poisonous text among 32 costs at most ten further runs and
/// its
/// neighbours their score nothing. A run that hangs is given up after a time limit. Three batches failing in a row
/// open the breaker: for a while everything is unscored at once, then one batch is let through to try.
@Component
class Scorer {
    private static final Logger log = LoggerFactory.getLogger(Scorer.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final java.util.function.Supplier<Optional<Classifier>> classifier;
    private final Breaker breaker;
    private final InferenceFigures figures;
    private final Duration limit;
    private final ExecutorService runs = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("inference-", 0).factory());

    @Autowired
    Scorer(LoadedModels models, InferenceFigures figures) {
        this(models::classifier, figures, LIMIT);
    }

    Scorer(java.util.function.Supplier<Optional<Classifier>> classifier, InferenceFigures figures, Duration limit) {
        this.classifier = classifier;
        this.figures = figures;
        this.limit = limit;
        this.breaker = new Breaker();
    }

    /// Scores each text, or says that it cannot be scored; result `i` belongs to text `i`.
    List<Optional<TextScores>> score(List<String> texts, boolean explain) {
        var model = classifier.get();
        if (texts.isEmpty() || model.isEmpty() || !breaker.permits()) {
            return unscored(texts.size());
        }
        var results = new ArrayList<Optional<TextScores>>(texts.size());
        narrow(model.get(), texts, explain, results);
        if (results.stream().allMatch(Optional::isEmpty)) {
            breaker.failed();
        } else {
            breaker.succeeded();
        }
        return results;
    }

    private void narrow(Classifier model, List<String> texts, boolean explain, List<Optional<TextScores>> results) {
        try {
            run(model, texts, explain).forEach(scores -> results.add(Optional.of(scores)));
        } catch (TimedOut hung) {
            log.atWarn().addKeyValue("texts", texts.size()).log("The model gave no answer in time");
            results.addAll(unscored(texts.size()));
        } catch (ModelFault fault) {
            figures.failed();
            if (texts.size() == 1) {
                log.atWarn()
                        .addKeyValue("fault", fault.getClass().getSimpleName())
                        .log("A text cannot be scored");
                results.add(Optional.empty());
                return;
            }
            int half = texts.size() / 2;
            narrow(model, texts.subList(0, half), explain, results);
            narrow(model, texts.subList(half, texts.size()), explain, results);
        }
    }

    private List<TextScores> run(Classifier model, List<String> texts, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        var pending = runs.submit(() -> model.classify(texts, explain));
        try {
            var scores = pending.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            check(scores, texts.size());
            figures.ran(texts.size(), Duration.ofNanos(System.nanoTime() - start));
            return scores;
        } catch (TimeoutException e) {
            pending.cancel(true);
            figures.failed();
            throw new TimedOut(e);
        } catch (ExecutionException e) {
            throw new ModelFault("the model failed", e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut(e);
        }
    }

    /// An invalid score must never be compared with a threshold: NaN is over none and under none.
    private static void check(List<TextScores> scores, int texts) throws ModelFault {
        if (scores.size() != texts) {
            throw new ModelFault("results do not match the texts in number");
        }
        for (TextScores text : scores) {
            for (LabelScore score : text.scores()) {
                if (!(score.score() >= 0 && score.score() <= 1)) {
                    throw new ModelFault("a score is not in 0..1");
                }
            }
        }
    }

    private static List<Optional<TextScores>> unscored(int count) {
        return java.util.Collections.nCopies(count, Optional.empty());
    }

    /// The whole model hangs; halving would only wait longer.
    private static final class TimedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TimedOut(Throwable cause) {
            super(cause);
        }
    }
}
