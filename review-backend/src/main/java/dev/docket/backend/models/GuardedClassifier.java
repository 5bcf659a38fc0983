package dev.docket.backend.models;

import dev.docket.model.Classifier;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stands between the floor and a classifier that may throw, hang or answer nonsense.
///
/// A call runs on a thread of its own and is given up after the time limit: native code cannot be interrupted, so the
/// thread is left behind, and only a few may be (a model that hangs must not eat the process). A hang rests the model
/// at once, throwing only after several calls in a row, because one bad text makes several calls fail while it is
/// searched for. An answer counts only if every score of every text is a number from 0 to 1.
final class GuardedClassifier {
    private static final int MOST_CALLS = 8;

    private final Classifier classifier;
    private final Duration timeLimit;
    private final InferenceFigures figures;
    private final Breaker breaker;
    private final Semaphore calls = new Semaphore(MOST_CALLS);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("scoring-", 1).factory());

    GuardedClassifier(Classifier classifier, Duration timeLimit, Duration rest, InferenceFigures figures) {
        this.classifier = classifier;
        this.timeLimit = timeLimit;
        this.figures = figures;
        this.breaker = new Breaker(rest, System::nanoTime);
    }

    Breaker breaker() {
        return breaker;
    }

    ModelDescription describe() {
        return classifier.describe();
    }

    List<TextScores> score(List<String> texts, boolean explain) throws ModelFault {
        if (!breaker.admits()) {
            throw new ModelUnavailable("The model rests after failing");
        }
        long start = System.nanoTime();
        try {
            var scores = checked(inTime(texts, explain), texts.size());
            breaker.succeeded();
            figures.ran(texts.size(), Duration.ofNanos(System.nanoTime() - start));
            return scores;
        } catch (ModelUnavailable fault) {
            breaker.trip();
            figures.failed();
            throw fault;
        } catch (ModelFault fault) {
            breaker.failed();
            figures.failed();
            throw fault;
        }
    }

    private List<TextScores> inTime(List<String> texts, boolean explain) throws ModelFault {
        try {
            if (!calls.tryAcquire(timeLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ModelUnavailable("Too many calls hang");
            }
            var answer = threads.submit(() -> {
                try {
                    return classifier.classify(texts, explain);
                } finally {
                    calls.release();
                }
            });
            return answer.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ModelUnavailable("The model did not answer within " + timeLimit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("The model failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    private List<TextScores> checked(List<TextScores> answer, int texts) throws ModelFault {
        if (answer.size() != texts) {
            throw new ModelFault("The model answered for " + answer.size() + " texts of " + texts);
        }
        var labels = classifier.describe().labels();
        for (var scores : answer) {
            if (scores.scores().size() != labels.size()) {
                throw new ModelFault("The model left labels out");
            }
            for (var score : scores.scores()) {
                if (!(score.score() >= 0 && score.score() <= 1)) {
                    throw new ModelFault("The model gave a score that is not between 0 and 1");
                }
            }
        }
        return answer;
    }

    void close() {
        threads.shutdown();
        classifier.close();
    }
}
