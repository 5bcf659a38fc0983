package dev.docket.backend.models;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The text model that serves, opened beside the rest of the start and closed after everybody who uses it has stopped.
///
/// A floor whose model cannot be opened still starts: people then see every item, marked unscored, and health says
/// why. Calls are guarded (see [GuardedClassifier]): no answer is late, of the wrong shape, or not a number.
@Service
public class ServingModel implements SmartLifecycle {
    /// Starts before and stops after the workers, which start before and stop after the web server.
    private static final int PHASE = DEFAULT_PHASE - 8_192;

    private static final Logger log = LoggerFactory.getLogger(ServingModel.class);

    private final Opening opening;
    private final ModelSettings settings;
    private final InferenceFigures figures;
    private volatile CompletableFuture<GuardedClassifier> opened = new CompletableFuture<>();
    private volatile boolean running;

    @Autowired
    ServingModel(ModelSettings settings, InferenceFigures figures) {
        this(() -> Classifiers.openDefault(Path.of(settings.cache()), settings.gpu()), settings, figures);
    }

    /// For a model of the caller's own; it is opened by [#start].
    public ServingModel(Opening opening, ModelSettings settings, InferenceFigures figures) {
        this.opening = opening;
        this.settings = settings;
        this.figures = figures;
    }

    /// Opens a classifier.
    @FunctionalInterface
    public interface Opening {
        Classifier open() throws ModelFault;
    }

    /// Whether it can be asked just now, and in words what serves or what is wrong.
    public record Standing(State state, String detail) {}

    public enum State {
        OPENING,
        SERVING,
        RESTING,
        ABSENT
    }

    /// Scores texts, in order, with or without explanations. Waits while the model is being opened.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no text
    public List<TextScores> score(List<String> texts, boolean explain) throws ModelFault {
        return guarded().score(texts, explain);
    }

    /// What is loaded; empty while nothing is.
    public Optional<ModelDescription> describe() {
        return opened.isDone() && !opened.isCompletedExceptionally()
                ? Optional.of(opened.join().describe())
                : Optional.empty();
    }

    public Standing standing() {
        if (!opened.isDone()) {
            return new Standing(State.OPENING, "The model is being opened.");
        }
        if (opened.isCompletedExceptionally()) {
            return new Standing(
                    State.ABSENT,
                    "No model could be opened: " + opened.exceptionNow().getMessage()
                            + ". Items go to people unscored; mend it and start again.");
        }
        var description = opened.join().describe();
        return opened.join().isResting()
                ? new Standing(State.RESTING, "The model failed and rests; items go to people unscored meanwhile.")
                : new Standing(State.SERVING, description.version() + " on " + description.provider());
    }

    private GuardedClassifier guarded() throws ModelFault {
        try {
            return opened.get(settings.openingTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable("Interrupted while the model was being opened", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ModelUnavailable("No model is open", e);
        }
    }

    @Override
    public void start() {
        running = true;
        opened = new CompletableFuture<>();
        Thread.ofPlatform().name("model-opening").start(this::open);
    }

    private void open() {
        try {
            var classifier = opening.open();
            var description = classifier.describe();
            opened.complete(new GuardedClassifier(classifier, settings.timeLimit(), settings.rest(), figures));
            log.atInfo()
                    .addKeyValue("version", description.version())
                    .addKeyValue("provider", description.provider())
                    .log("Model serves");
        } catch (ModelFault | RuntimeException | LinkageError e) {
            log.atError().setCause(e).log("The model could not be opened; items go to people unscored");
            opened.completeExceptionally(e);
        }
    }

    @Override
    public void stop() {
        running = false;
        @Nullable GuardedClassifier open = awaitOpening();
        if (open != null) {
            open.close();
        }
    }

    /// Native memory must not be freed under a start that is still going on, nor left behind by it.
    private @Nullable GuardedClassifier awaitOpening() {
        try {
            return opened.get(Duration.ofSeconds(8).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
