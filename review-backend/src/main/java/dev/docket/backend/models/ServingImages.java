package dev.docket.backend.models;

import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
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
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// The image model that serves, and what takes pictures and videos apart for it. Opened beside the rest of the start
/// and
/// closed after everybody who uses it has stopped.
///
/// Each of the three may be missing by itself: without a model people see every image, without a decoder a placeholder
/// besides, and videos need a program that is not Docket's. Health says which.
@Service
public class ServingImages implements SmartLifecycle {
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
    private final Opened<PictureDecoder> decoder;
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

    /// Scores frames, in order. Waits while the model is being opened.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no frame
    public List<ImageScores> score(List<Frame> frames, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        var scores = served.ask(model -> checked(model, frames, explain));
        figures.ran(frames.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
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

    /// Lets a package of kind `image` serve from now on. Nobody who asks meanwhile is turned away.
    ///
    /// @throws ModelFault with the reason, and nothing is different from before
    public void serve(ModelPackage.Source champion) throws ModelFault {
        try {
            served.exchange(ImageClassifiers.open(ImagePackage.read(champion), settings.tuning()));
            log.atInfo().addKeyValue("model", standing().detail()).log("Model serves");
        } catch (RuntimeException broken) {
            throw new ModelFault("The package does not hold what it needs: " + broken.getMessage(), broken);
        }
    }

    private ImageClassifier opened() throws ModelFault {
        var appointed = appointments.images();
        return appointed.isPresent()
                ? ImageClassifiers.open(ImagePackage.read(appointed.get().champion()), settings.tuning())
                : readers.classifier();
    }

    /// What is loaded; empty while nothing is.
    public Optional<ModelDescription> describe() {
        return served.tell(ImageClassifier::describe).map(this::withReading);
    }

    /// Scores of what moves depend on how many of its frames are looked at.
    private ModelDescription withReading(ModelDescription model) {
        var profile = settings.profile();
        return model.withReading("%d frames, %d of a video"
                .formatted(profile.pictures().mostFrames(), profile.videos().mostFrames()));
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
