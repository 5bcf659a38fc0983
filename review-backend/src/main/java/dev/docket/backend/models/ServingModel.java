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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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
/// number. Who scores together is an [Ensemble].
@Service
public class ServingModel implements Appointee, SmartLifecycle {
    /// Starts before and stops after the workers, which start before and stop after the web server.
    private static final int PHASE = DEFAULT_PHASE - 8_192;

    private static final Opened.Words WORDS = new Opened.Words("text model", "Items go to people unscored.");
    private static final Logger log = LoggerFactory.getLogger(ServingModel.class);

    private final Opened.Opening<CheckedClassifier> opening;
    private final ModelSettings settings;
    private final InferenceFigures figures;
    private final Served<CheckedClassifier> served;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Ensemble ensemble = Ensemble.HEADS;
    private volatile Map<String, String> unopened = Map.of();
    private volatile @Nullable ModelPackage first;
    private volatile boolean running;

    @Autowired
    ServingModel(ModelSettings settings, InferenceFigures figures, ObjectProvider<Appointments> appointments) {
        this.opening = () -> opened(new LateAppointments(appointments));
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
        served.await();
        var scores = together(texts, explain);
        figures.ran(texts.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    /// A champion that was taken back while it was being asked answers no more; whoever follows it does.
    private List<TextScores> together(List<String> texts, boolean explain) throws ModelFault {
        while (true) {
            var present = ensemble;
            try {
                return present.score(served, texts, explain);
            } catch (ModelFault fault) {
                if (present.equals(ensemble)) {
                    throw fault;
                }
            }
        }
    }

    @Override
    public void serve(Appointed appointed) throws ModelFault {
        changing.lock();
        try {
            var cast = Cast.of(appointed);
            cast.refuseUnreadable();
            change(cast);
            log();
        } catch (RuntimeException broken) {
            throw new ModelFault("The package does not hold what it needs: " + broken.getMessage(), broken);
        } finally {
            changing.unlock();
        }
    }

    /// First whatever can fail, and last the one step that all later calls see.
    private void change(Cast cast) throws ModelFault {
        var next = ensemble(cast);
        try {
            changeHeads(cast);
        } catch (ModelFault | RuntimeException fault) {
            next.giveWayTo(ensemble);
            throw fault;
        }
        become(next);
    }

    private void become(Ensemble next) {
        var before = ensemble;
        ensemble = next;
        unopened = Map.of();
        before.giveWayTo(next);
    }

    private void changeHeads(Cast cast) throws ModelFault {
        var leading = cast.heads() == null ? kept() : ModelPackage.read(cast.heads());
        var others = new ArrayList<ModelPackage>();
        for (var other : cast.headsBeside()) {
            var read = ModelPackage.read(other);
            if (cast.heads() != null || !isVersion(read, leading)) {
                others.add(read);
            }
        }
        if (!changedInPlace(leading, others)) {
            served.exchange(heads(leading, others));
        }
        first = leading;
    }

    private static boolean isVersion(ModelPackage one, ModelPackage other) {
        return one.manifest().version().equals(other.manifest().version());
    }

    /// Under a champion of its own session the encoder keeps the heads that it had.
    private ModelPackage kept() throws ModelFault {
        var before = first;
        return before == null ? ModelPackage.read(shipped()) : before;
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

    /// What is open already goes on; what is not is opened, while all else serves.
    private Ensemble ensemble(Cast cast) throws ModelFault {
        var beside = new ArrayList<Companion<CheckedClassifier>>();
        @Nullable Companion<CheckedClassifier> champion = null;
        try {
            champion = cast.text() == null ? null : companion(cast.text(), true);
            for (var other : cast.textsBeside()) {
                beside.add(companion(
                        other, cast.counting().contains(PackageHeader.of(other).version())));
            }
            return new Ensemble(champion, beside, cast.text() == null ? Set.of() : versions(cast.headsBeside()));
        } catch (ModelFault | RuntimeException fault) {
            new Ensemble(champion, beside, Set.of()).giveWayTo(ensemble);
            throw fault;
        }
    }

    private static Set<String> versions(List<ModelPackage.Source> sources) throws ModelFault {
        var versions = new TreeSet<String>();
        for (var source : sources) {
            versions.add(PackageHeader.of(source).version());
        }
        return versions;
    }

    private Companion<CheckedClassifier> companion(ModelPackage.Source source, boolean counts) throws ModelFault {
        String version = PackageHeader.of(source).version();
        var open = ensemble.find(version);
        if (open.isPresent()) {
            return open.get().counting(counts, settings);
        }
        var model = new CheckedClassifier(Classifiers.open(TextPackage.read(source), settings.tuning()));
        return Companion.of(WORDS, version, model, settings, () -> {}).counting(counts, settings);
    }

    /// At the start: a candidate that cannot score is left out rather than costing the champion its
    /// place, and where a champion of its own session cannot, heads score in its place.
    private CheckedClassifier opened(Appointments appointments) throws ModelFault {
        var cast = Cast.of(appointments.texts().orElseGet(() -> new Appointed(shipped(), List.of())));
        var leading = cast.heads() == null ? kept() : ModelPackage.read(cast.heads());
        var model = new CheckedClassifier(Classifiers.open(leading, Path.of(settings.cache()), settings.tuning()));
        var unreadable = new TreeMap<>(cast.unreadable());
        var readable = new ArrayList<ModelPackage>();
        for (var other : cast.headsBeside()) {
            try {
                var read = ModelPackage.read(other);
                if (cast.heads() != null || !isVersion(read, leading)) {
                    readable.add(read);
                }
            } catch (ModelFault | RuntimeException broken) {
                unreadable.put("candidate " + (unreadable.size() + 1), String.valueOf(broken.getMessage()));
            }
        }
        model.serveWhatCan(leading, readable, unreadable);
        first = leading;
        begin(cast);
        return model;
    }

    private void begin(Cast cast) throws ModelFault {
        var faults = new TreeMap<String, String>();
        var champion = cast.text() == null ? null : companionOrFault(cast.text(), true, faults);
        var beside = new ArrayList<Companion<CheckedClassifier>>();
        for (var other : cast.textsBeside()) {
            boolean counts = cast.counting().contains(PackageHeader.of(other).version());
            var opened = companionOrFault(other, counts, faults);
            if (opened != null) {
                beside.add(opened);
            }
        }
        become(new Ensemble(champion, beside, champion == null ? Set.of() : versions(cast.headsBeside())));
        unopened = Map.copyOf(faults);
    }

    private @Nullable Companion<CheckedClassifier> companionOrFault(
            ModelPackage.Source source, boolean counts, Map<String, String> faults) throws ModelFault {
        try {
            return companion(source, counts);
        } catch (ModelFault | RuntimeException broken) {
            String version = PackageHeader.of(source).version();
            log.atError().setCause(broken).addKeyValue("version", version).log("A text model could not be opened");
            faults.put(version, String.valueOf(broken.getMessage()));
            return null;
        }
    }

    private void log() {
        describe()
                .ifPresent(description -> log.atInfo()
                        .addKeyValue("version", description.version())
                        .addKeyValue("beside", description.beside())
                        .addKeyValue("provider", description.provider())
                        .log("Model serves"));
    }

    @Override
    public Optional<ModelDescription> describe() {
        var present = ensemble;
        return served.tell(present::describe);
    }

    @Override
    public ModelPackage.Source shipped() {
        return Classifiers.shipped();
    }

    @Override
    public Map<String, String> leftOut() {
        var all = new TreeMap<>(served.tell(CheckedClassifier::leftOut).orElse(Map.of()));
        all.putAll(unopened);
        return all;
    }

    /// Whether what is submitted is scored with its explanation, or that is left to whoever asks for it.
    public boolean explainsAll() {
        return settings.profile().explains();
    }

    public Standing standing() {
        var present = ensemble;
        return present.standing(served.standing(encoder -> present.standing(encoder, leftOut())));
    }

    @Override
    public void start() {
        running = true;
        served.start(() -> {
            var model = opening.open();
            log.atInfo()
                    .addKeyValue("model", ensemble.standing(model, model.leftOut()))
                    .log("Model serves");
            return model;
        });
    }

    @Override
    public void stop() {
        running = false;
        served.stop();
        ensemble.members().forEach(Companion::dismiss);
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
