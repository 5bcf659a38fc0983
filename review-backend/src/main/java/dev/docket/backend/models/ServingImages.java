package dev.docket.backend.models;

import dev.docket.backend.models.Appointments.Appointed;
import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.image.ImageScores;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.video.VideoFrames;
import dev.docket.model.video.VideoReading;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The image model that serves, and what takes pictures and videos apart for it. Opened beside
/// the rest of the start and closed after everybody who uses it has stopped.
///
/// Each of the three may be missing by itself: without a model people see every image, without a decoder a placeholder
/// besides, and videos need a program that is not Docket's. Health says which.
@Service
public class ServingImages implements Appointee, SmartLifecycle {
    /// Starts before and stops after the workers, as the text model does.
    private static final int PHASE = DEFAULT_PHASE - 8_192;

    private static final String CONSEQUENCE = "Items with images go to people unscored.";
    private static final Opened.Words MODEL = new Opened.Words("image model", CONSEQUENCE);
    private static final Opened.Words DECODER = new Opened.Words("picture decoder", CONSEQUENCE);
    private static final Duration END = Duration.ofSeconds(4);
    private static final Logger log = LoggerFactory.getLogger(ServingImages.class);

    private final ImageReaders readers;
    private final ModelSettings settings;
    private final Appointments appointments;
    private final InferenceFigures figures;
    private final Served<ImageClassifier> served;
    private final ReentrantLock changing = new ReentrantLock();
    private final Opened<PictureDecoder> decoder;
    private volatile List<Companion<ImageClassifier>> beside = List.of();
    private volatile Map<String, String> unopened = Map.of();
    private volatile boolean running;

    @Autowired
    ServingImages(
            ImageReaders readers,
            ModelSettings settings,
            MeterRegistry registry,
            ObjectProvider<Appointments> appointments) {
        this(readers, settings, registry, new LateAppointments(appointments));
    }

    /// With what the readers open.
    public ServingImages(ImageReaders readers, ModelSettings settings, MeterRegistry registry) {
        this(readers, settings, registry, Appointments.NONE);
    }

    private ServingImages(
            ImageReaders readers, ModelSettings settings, MeterRegistry registry, Appointments appointments) {
        this.readers = readers;
        this.settings = settings;
        this.appointments = appointments;
        this.figures = new InferenceFigures(registry, "image");
        this.served = new Served<>(MODEL, settings, figures::failed);
        this.decoder = new Opened<>(DECODER, settings.openingTime());
    }

    /// How inference went.
    public InferenceFigures figures() {
        return figures;
    }

    /// Scores frames of one medium, in order. Waits while the model is being opened.
    ///
    /// @param medium stands for it, wherever it comes again: what scores unseen is asked about all of its
    ///     frames or none
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no frame
    public List<ImageScores> score(String medium, List<Frame> frames, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        served.await();
        var asked = beside.stream()
                .map(one -> one.ask(frames, frame -> medium.hashCode(), (model, its) -> checked(model, its, false)))
                .toList();
        var scores = new ArrayList<>(served.ask(model -> checked(model, frames, explain)));
        for (var one : asked) {
            one.answers().forEach((place, answer) -> scores.set(place, with(scores.get(place), one.version(), answer)));
        }
        figures.ran(frames.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    private static ImageScores with(ImageScores scores, String version, List<ImageScores> answer) {
        var others = new HashMap<>(scores.beside());
        others.put(version, answer.isEmpty() ? List.of() : answer.getFirst().scores());
        return scores.withBeside(others);
    }

    /// Takes a picture apart, in a process of its own.
    ///
    /// @throws ModelFault when the decoder cannot be asked; the picture is not to blame
    public Decoding decode(byte[] picture) throws ModelFault {
        return decoder.get().decode(picture, settings.profile().pictures());
    }

    /// Takes frames out of a video.
    ///
    /// @throws ModelFault when it cannot be read for a reason that is not the video's, or of `sink`
    public VideoReading read(Path video, VideoFrames.FrameSink sink) throws ModelFault {
        return readers.videos().read(video, settings.profile().videos(), sink);
    }

    private static List<ImageScores> checked(ImageClassifier model, List<Frame> frames, boolean explain)
            throws ModelFault {
        var answer = model.classify(frames, explain);
        if (answer.size() != frames.size()) {
            throw new ModelFault("The model answered for " + answer.size() + " frames of " + frames.size());
        }
        int labels = model.describe().labels().size();
        for (var scores : answer) {
            Scores.check(scores.scores(), labels);
        }
        return answer;
    }

    /// Of kind `image`.
    @Override
    public void serve(Appointed appointed) throws ModelFault {
        changing.lock();
        try {
            change(appointed);
            log.atInfo().addKeyValue("model", standing().detail()).log("Model serves");
        } catch (RuntimeException broken) {
            throw new ModelFault("The package does not hold what it needs: " + broken.getMessage(), broken);
        } finally {
            changing.unlock();
        }
    }

    private void change(Appointed appointed) throws ModelFault {
        var next = new ArrayList<Companion<ImageClassifier>>();
        try {
            for (var other : appointed.beside()) {
                next.add(companion(other, appointed.counting()));
            }
            String version = PackageHeader.of(appointed.champion()).version();
            if (!isServed(version)) {
                served.exchange(open(appointed.champion()));
            }
        } catch (ModelFault | RuntimeException fault) {
            giveWay(next, beside);
            throw fault;
        }
        var before = beside;
        beside = List.copyOf(next);
        unopened = Map.of();
        giveWay(before, next);
    }

    private boolean isServed(String version) {
        return served.tell(ImageClassifier::describe)
                .map(open -> open.version().equals(version))
                .orElse(false);
    }

    private ImageClassifier open(ModelPackage.Source source) throws ModelFault {
        return ImageClassifiers.open(ImagePackage.read(source), settings.tuning());
    }

    private Companion<ImageClassifier> companion(ModelPackage.Source source, Set<String> counting) throws ModelFault {
        String version = PackageHeader.of(source).version();
        var known = find(beside, version);
        var one = known.isPresent() ? known.get() : Companion.of(MODEL, version, open(source), settings, () -> {});
        return one.counting(counting.contains(version), settings);
    }

    private static Optional<Companion<ImageClassifier>> find(List<Companion<ImageClassifier>> among, String version) {
        return among.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    private static void giveWay(List<Companion<ImageClassifier>> before, List<Companion<ImageClassifier>> next) {
        before.stream().filter(one -> find(next, one.version()).isEmpty()).forEach(Companion::dismiss);
    }

    /// At the start: what cannot score unseen does not cost the champion its place.
    private ImageClassifier opened() throws ModelFault {
        var appointed = appointments.images();
        if (appointed.isEmpty()) {
            return readers.classifier();
        }
        var champion = open(appointed.get().champion());
        var opened = new ArrayList<Companion<ImageClassifier>>();
        var faults = new HashMap<String, String>();
        for (var other : appointed.get().beside()) {
            try {
                opened.add(companion(other, appointed.get().counting()));
            } catch (ModelFault | RuntimeException broken) {
                faults.put(PackageHeader.of(other).version(), String.valueOf(broken.getMessage()));
            }
        }
        beside = List.copyOf(opened);
        unopened = Map.copyOf(faults);
        return champion;
    }

    @Override
    public ModelPackage.Source shipped() {
        return ImageClassifiers.source();
    }

    @Override
    public Map<String, String> leftOut() {
        return unopened;
    }

    @Override
    public Optional<ModelDescription> describe() {
        return served.tell(ImageClassifier::describe).map(this::withReading);
    }

    /// Scores of what moves depend on how many of its frames are looked at.
    private ModelDescription withReading(ModelDescription model) {
        var profile = settings.profile();
        var present = beside;
        var whole = present.stream()
                .filter(Companion::isAskedAboutAll)
                .map(one -> "; and " + one.version())
                .collect(Collectors.joining());
        return model.withBeside(present.stream().map(Companion::version).toList())
                .withReading("%d frames, %d of a video%s"
                        .formatted(
                                profile.pictures().mostFrames(),
                                profile.videos().mostFrames(),
                                whole));
    }

    /// Whether images are scored, in words where they are not.
    Standing standing() {
        var model = served.standing(
                open -> open.describe().version() + " on " + open.describe().provider());
        return decoder.missing()
                .map(missing -> Standing.together(List.of(model, missing)))
                .orElse(model);
    }

    /// Whether videos can be read here.
    VideoFrames.Availability videos() {
        return readers.videos().availability();
    }

    @Override
    public void start() {
        running = true;
        decoder.start(readers::decoder);
        served.start(this::opened);
    }

    @Override
    public void stop() {
        running = false;
        served.stop();
        beside.forEach(Companion::dismiss);
        decoder.await(END).ifPresent(PictureDecoder::close);
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
