package dev.docket.backend.models;

import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageScores;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.PictureDecoder;
import dev.docket.model.picture.PictureLimits;
import dev.docket.model.video.VideoFrames;
import dev.docket.model.video.VideoLimits;
import dev.docket.model.video.VideoReading;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger log = LoggerFactory.getLogger(ServingImages.class);

    private final ImageReaders readers;
    private final ModelSettings settings;
    private final InferenceFigures figures;
    private volatile CompletableFuture<Guarded> opened = new CompletableFuture<>();
    private volatile CompletableFuture<PictureDecoder> decoder = new CompletableFuture<>();
    private volatile boolean running;

    @Autowired
    public ServingImages(ImageReaders readers, ModelSettings settings, MeterRegistry registry) {
        this.readers = readers;
        this.settings = settings;
        this.figures = new InferenceFigures(registry, "image");
    }

    /// How inference went.
    InferenceFigures figures() {
        return figures;
    }

    /// Scores frames, in order. Waits while the model is being opened.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no frame
    public List<ImageScores> score(List<Frame> frames, boolean explain) throws ModelFault {
        long start = System.nanoTime();
        var scores = of(opened).score(frames, explain);
        figures.ran(frames.size(), Duration.ofNanos(System.nanoTime() - start));
        return scores;
    }

    /// Takes a picture apart, in a process of its own.
    ///
    /// @throws ModelFault when the decoder cannot be asked; the picture is not to blame
    public Decoding decode(byte[] picture) throws ModelFault {
        return of(decoder).decode(picture, PictureLimits.STANDARD);
    }

    /// Takes frames out of a video.
    ///
    /// @throws ModelFault when it cannot be read for a reason that is not the video's, or of `sink`
    public VideoReading read(Path video, VideoLimits limits, VideoFrames.FrameSink sink) throws ModelFault {
        return readers.videos().read(video, limits, sink);
    }

    /// What is loaded; empty while nothing is.
    public Optional<ModelDescription> describe() {
        return opened.isDone() && !opened.isCompletedExceptionally()
                ? Optional.of(opened.join().classifier().describe())
                : Optional.empty();
    }

    /// Whether images are scored, in words where they are not.
    ServingModel.Standing standing() {
        if (!opened.isDone() || !decoder.isDone()) {
            return new ServingModel.Standing(ServingModel.State.OPENING, "The image model is being opened.");
        }
        if (opened.isCompletedExceptionally()) {
            return absent("No image model could be opened: "
                    + opened.exceptionNow().getMessage() + ". Items with images go to people unscored.");
        }
        if (decoder.isCompletedExceptionally()) {
            return absent("Images cannot be decoded: " + decoder.exceptionNow().getMessage()
                    + ". Items with images go to people unscored.");
        }
        var open = opened.join();
        return open.guard().isResting()
                ? new ServingModel.Standing(
                        ServingModel.State.RESTING,
                        "The image model failed and rests; items with images go to people unscored meanwhile.")
                : new ServingModel.Standing(
                        ServingModel.State.SERVING,
                        open.classifier().describe().version() + " on "
                                + open.classifier().describe().provider());
    }

    private static ServingModel.Standing absent(String detail) {
        return new ServingModel.Standing(ServingModel.State.ABSENT, detail);
    }

    /// Whether videos can be read here.
    VideoFrames.Availability videos() {
        return readers.videos().availability();
    }

    private <T> T of(CompletableFuture<T> part) throws ModelFault {
        try {
            return part.get(settings.openingTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelUnavailable("Interrupted while the image model was being opened", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new ModelUnavailable("No image model is open", e);
        }
    }

    @Override
    public void start() {
        running = true;
        opened = new CompletableFuture<>();
        decoder = new CompletableFuture<>();
        Thread.ofPlatform().name("image-model-opening").start(this::open);
    }

    private void open() {
        complete(decoder, readers::decoder, "The picture decoder");
        complete(
                opened,
                () -> new Guarded(
                        readers.classifier(),
                        new Guard("images-", settings.timeLimit(), settings.rest(), figures::failed)),
                "The image model");
    }

    private static <T> void complete(CompletableFuture<T> part, Opening<T> opening, String what) {
        try {
            part.complete(opening.open());
        } catch (ModelFault | RuntimeException | LinkageError e) {
            log.atError().setCause(e).log("{} could not be opened; items with images go to people unscored", what);
            part.completeExceptionally(e);
        }
    }

    @FunctionalInterface
    private interface Opening<T> {
        T open() throws ModelFault;
    }

    /// Native memory must not be freed under a start that is still going on, nor left behind by it.
    @Override
    public void stop() {
        running = false;
        awaited(opened).ifPresent(Guarded::close);
        awaited(decoder).ifPresent(PictureDecoder::close);
    }

    private static <T> Optional<T> awaited(CompletableFuture<T> part) {
        try {
            return Optional.of(part.get(Duration.ofSeconds(4).toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
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

    private record Guarded(ImageClassifier classifier, Guard guard) {
        List<ImageScores> score(List<Frame> frames, boolean explain) throws ModelFault {
            return guard.call(() -> checked(classifier.classify(frames, explain), frames.size()));
        }

        private List<ImageScores> checked(List<ImageScores> answer, int frames) throws ModelFault {
            if (answer.size() != frames) {
                throw new ModelFault("The model answered for " + answer.size() + " frames of " + frames);
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
}
