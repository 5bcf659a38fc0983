package dev.docket.backend.models;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The classifier in service.
///
/// A floor starts without its model too: items then go to people unscored and health says why. The model is closed
/// after everything that classifies has stopped, because the runtime must not be torn down under a running inference.
@Component
public class LoadedModels implements SmartLifecycle {
    /// Starts before those who classify, and therefore stops after them.
    public static final int PHASE = 1_000;

    private static final Logger log = LoggerFactory.getLogger(LoadedModels.class);

    private final Path cache;
    private final boolean gpu;
    private volatile @Nullable Classifier classifier;
    private volatile String fault = "not started";

    LoadedModels(@Value("${docket.home}") Path home, @Value("${docket.gpu:false}") boolean gpu) {
        this.cache = home.resolve("models");
        this.gpu = gpu;
    }

    public Optional<Classifier> classifier() {
        return Optional.ofNullable(classifier);
    }

    public Optional<ModelDescription> describe() {
        return classifier().map(Classifier::describe);
    }

    /// Why there is no classifier; empty text while there is one.
    public String fault() {
        return fault;
    }

    @Override
    public void start() {
        try {
            classifier = Classifiers.openDefault(cache, gpu);
            fault = "";
            describe()
                    .ifPresent(model -> log.atInfo()
                            .addKeyValue("version", model.version())
                            .addKeyValue("provider", model.provider())
                            .log("Model loaded"));
        } catch (ModelFault e) {
            fault = String.valueOf(e.getMessage());
            log.atError().setCause(e).log("The model cannot be loaded; items go to people unscored");
        }
    }

    @Override
    public void stop() {
        classifier().ifPresent(Classifier::close);
        classifier = null;
        fault = "stopped";
    }

    @Override
    public boolean isRunning() {
        return classifier != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
