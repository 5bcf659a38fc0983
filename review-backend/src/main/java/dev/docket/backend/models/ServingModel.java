package dev.docket.backend.models;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.TextScores;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The text model that serves, opened beside the rest of the start and closed after everybody who uses it has stopped.
///
/// A floor whose model cannot be opened still starts: people then see every item, marked unscored, and health says
/// why. Calls are guarded (see [Guard] and [CheckedClassifier]): no answer is late, of the wrong shape, or not a
/// number.
@Service
public class ServingModel implements SmartLifecycle {
    /// Starts before and stops after the workers, which start before and stop after the web server.
    private static final int PHASE = DEFAULT_PHASE - 8_192;

    private static final Opened.Words WORDS = new Opened.Words("text model", "Items go to people unscored.");
    private static final Logger log = LoggerFactory.getLogger(ServingModel.class);

    private final Opened.Opening<CheckedClassifier> opening;
    private final ModelSettings settings;
    private final InferenceFigures figures;
    private final Served<CheckedClassifier> served;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile boolean running;

    @Autowired
    ServingModel(ModelSettings settings, InferenceFigures figures, ObjectProvider<Appointments> appointments) {
        this.opening = () -> opened(settings, new LateAppointments(appointments));
        this.settings = settings;
        this.figures = figures;
        this.served = new Served<>(WORDS, settings, figures::failed);
    }

    /// For a model of the caller's own; it is opened by [#start].
    public ServingModel(Opening own, ModelSettings settings, InferenceFigures figures) {
        this.opening = () -> new CheckedClassifier(own.open());
        this.settings = settings;
        this.figures = figures;
        this.served = new Served<>(WORDS, settings, figures::failed);
    }

    /// Opens a classifier.
    @FunctionalInterface
    public interface Opening {
        Classifier open() throws ModelFault;
    }

    /// Scores texts, in order, with or without explanations. Waits while the model is being opened.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no text
    public List<TextScores> score(List<String> texts, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        var scores = served.ask(model -> model.classify(texts, explain));
        figures.ran(texts.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    /// Lets these packages serve from now on. Nobody who asks meanwhile is turned away, and each answer is wholly of
    /// the old or of the new.
    ///
    /// @throws ModelFault with the reason, and nothing is different from before
    public void serve(Appointed appointed) throws ModelFault {
        changing.lock();
        try {
            change(appointed);
            log();
        } catch (RuntimeException broken) {
            throw new ModelFault("The package does not hold what it needs: " + broken.getMessage(), broken);
        } finally {
            changing.unlock();
        }
    }

    private void change(Appointed appointed) throws ModelFault {
        if (kind(appointed).equals(TextPackage.KIND)) {
            served.exchange(brought(appointed, settings));
            return;
        }
        var champion = ModelPackage.read(appointed.champion());
        var beside = new ArrayList<ModelPackage>();
        for (var other : appointed.beside()) {
            beside.add(ModelPackage.read(other));
        }
        if (!changedInPlace(champion, beside)) {
            served.exchange(heads(champion, beside));
        }
    }

    private boolean changedInPlace(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
        if (!served.tell(model -> model.takes(champion)).orElse(false)) {
            return false;
        }
        served.hold(model -> {
            model.serve(champion, beside);
            return model;
        });
        return true;
    }

    private CheckedClassifier heads(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
        var model = new CheckedClassifier(Classifiers.open(champion, Path.of(settings.cache()), settings.tuning()));
        try {
            model.serve(champion, beside);
            return model;
        } catch (ModelFault misfit) {
            model.close();
            throw misfit;
        }
    }

    private static String kind(Appointed appointed) throws ModelFault {
        return PackageHeader.read(appointed.champion().read(ModelPackage.MANIFEST))
                .kind();
    }

    private static CheckedClassifier brought(Appointed appointed, ModelSettings settings) throws ModelFault {
        if (!appointed.beside().isEmpty()) {
            throw new ModelFault("Nothing can score beside a model that has no encoder to share");
        }
        return new CheckedClassifier(Classifiers.open(TextPackage.read(appointed.champion()), settings.tuning()));
    }

    /// At the start: a candidate that cannot score is left out rather than costing the champion its place.
    private static CheckedClassifier opened(ModelSettings settings, Appointments appointments) throws ModelFault {
        var appointed = appointments.texts().orElseGet(() -> new Appointed(Classifiers.shipped(), List.of()));
        if (kind(appointed).equals(TextPackage.KIND)) {
            return brought(appointed, settings);
        }
        var champion = ModelPackage.read(appointed.champion());
        var model = new CheckedClassifier(Classifiers.open(champion, Path.of(settings.cache()), settings.tuning()));
        var unreadable = new TreeMap<String, String>();
        var readable = new ArrayList<ModelPackage>();
        for (var other : appointed.beside()) {
            try {
                readable.add(ModelPackage.read(other));
            } catch (ModelFault | RuntimeException broken) {
                unreadable.put("candidate " + (unreadable.size() + 1), String.valueOf(broken.getMessage()));
            }
        }
        model.serveWhatCan(champion, readable, unreadable);
        return model;
    }

    private void log() {
        describe()
                .ifPresent(description -> log.atInfo()
                        .addKeyValue("version", description.version())
                        .addKeyValue("beside", description.beside())
                        .addKeyValue("provider", description.provider())
                        .log("Model serves"));
    }

    /// What is loaded; empty while nothing is.
    public Optional<ModelDescription> describe() {
        return served.tell(CheckedClassifier::describe);
    }

    /// Which versions were to score beside the champion and do not, with the reason.
    public Map<String, String> leftOut() {
        return served.tell(CheckedClassifier::leftOut).orElse(Map.of());
    }

    /// Whether what is submitted is scored with its explanation, or that is left to whoever asks for it.
    public boolean explainsAll() {
        return settings.profile().explains();
    }

    public Standing standing() {
        return served.standing(CheckedClassifier::standing);
    }

    @Override
    public void start() {
        running = true;
        served.start(() -> {
            var model = opening.open();
            log.atInfo().addKeyValue("model", model.standing()).log("Model serves");
            return model;
        });
    }

    @Override
    public void stop() {
        running = false;
        served.stop();
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
