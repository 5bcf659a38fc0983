package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.ocr.PictureText;
import dev.docket.model.ocr.TextReader;
import dev.docket.model.ocr.TextReader.Description;
import dev.docket.model.ocr.TextReader.Limits;
import dev.docket.model.ocr.TextReaders;
import dev.docket.model.packages.ModelPackages;
import dev.docket.model.packages.ModelPackages.Listed;
import dev.docket.model.picture.Frame;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// Reads the text in images, where the home has a package of kind `ocr`: of several the last by name.
///
/// It is optional. Without one nothing is different, and nobody waits for anything. One that is brought while the
/// floor runs is found within ten seconds, and one that is taken away is no longer asked from then on.
@Service
public class ServingOcr implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ServingOcr.class);
    /// As of the other models.
    private static final int PHASE = DEFAULT_PHASE - 8_192;

    private static final Opened.Words WORDS = new Opened.Words(
            "reader of texts in images", "Items with images go to people, for the text in them is not read.");

    private final ModelSettings settings;
    private final ModelPackages packages;
    private final InferenceFigures figures;
    /// Of one picture; it ends by itself before it would be given up.
    private final Duration time;

    private volatile @Nullable Reading reading;
    private volatile boolean running;

    public ServingOcr(ModelSettings settings, MeterRegistry registry) {
        this.settings = settings;
        this.packages = new ModelPackages(settings.home().resolve("models"));
        this.figures = new InferenceFigures(registry, "ocr");
        var most = settings.timeLimit().multipliedBy(4).dividedBy(5);
        this.time = most.compareTo(Limits.STANDARD.time()) < 0 ? most : Limits.STANDARD.time();
    }

    private record Reading(String version, Served<TextReader> served) {}

    /// What was read.
    ///
    /// @param version of the package that read it
    public record Read(PictureText text, String version) {}

    /// How reading went, a picture's frame a request.
    InferenceFigures figures() {
        return figures;
    }

    /// Whether there is a package to read with, be it one that fails.
    public boolean isThere() {
        return reading != null;
    }

    /// Reads the frames of one picture, as one text; empty where nothing reads. Waits while it is being opened.
    ///
    /// @throws ModelFault when it cannot; a [ModelUnavailable] says that the fault is in no frame
    public Optional<Read> read(List<Frame> frames) throws ModelFault {
        var present = reading;
        if (present == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Read(read(present, frames), present.version()));
        } catch (ModelFault fault) {
            var now = reading;
            if (now == present) {
                throw fault;
            }
            // It was taken away meanwhile.
            return now == null ? Optional.empty() : Optional.of(new Read(read(now, frames), now.version()));
        }
    }

    /// Each frame is a call of its own, and all of them have the time of one picture.
    private PictureText read(Reading present, List<Frame> frames) throws ModelFault {
        var text = PictureText.NONE;
        long until = System.nanoTime() + time.toNanos();
        for (var frame : frames) {
            var left = Duration.ofNanos(until - System.nanoTime());
            if (left.isNegative()) {
                return new PictureText(text.lines(), false);
            }
            long start = System.nanoTime();
            text = text.and(present.served()
                    .ask(reader -> reader.read(
                            frame, new Limits(Limits.STANDARD.mostLines(), Limits.STANDARD.mostCharacters(), left))));
            figures.ran(1, Duration.ofNanos(System.nanoTime() - start));
        }
        return text;
    }

    /// Who reads; empty while nobody does.
    public Optional<Description> describe() {
        var present = reading;
        return present == null ? Optional.empty() : present.served().tell(TextReader::describe);
    }

    /// Whether texts are read, in words; empty where there is no package for it.
    Optional<Standing> standing() {
        var present = reading;
        return present == null
                ? Optional.empty()
                : Optional.of(present.served().standing(open -> inWords(open.describe())));
    }

    private static String inWords(Description reader) {
        return "%s on %s: %s".formatted(reader.version(), reader.provider(), String.join(", ", reader.languages()));
    }

    /// Looks whether there is another package than before.
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    synchronized void look() {
        if (!running) {
            return;
        }
        var present = reading;
        var wanted = wanted();
        if (wanted.equals(Optional.ofNullable(present).map(Reading::version))) {
            return;
        }
        reading = wanted.map(this::open).orElse(null);
        log.atInfo().addKeyValue("version", wanted.orElse("none")).log("Texts in images are read by another package");
        if (present != null) {
            present.served().stop();
        }
    }

    private Optional<String> wanted() {
        try {
            return packages.list().stream()
                    .filter(listed -> listed.kind().equals(OcrPackage.KIND))
                    .map(Listed::version)
                    .max(Comparator.naturalOrder());
        } catch (ModelFault unreadable) {
            log.atWarn().addKeyValue("fault", unreadable.getMessage()).log("The models of the home cannot be listed");
            return Optional.ofNullable(reading).map(Reading::version);
        }
    }

    private Reading open(String version) {
        var served = new Served<TextReader>(WORDS, settings, figures::failed);
        served.start(() -> TextReaders.open(OcrPackage.read(source(version)), settings.tuning()));
        return new Reading(version, served);
    }

    private ModelPackage.Source source(String version) throws ModelFault {
        return packages.find(version).orElseThrow(() -> new ModelFault("There is no package " + version));
    }

    @Override
    public void start() {
        running = true;
        look();
    }

    @Override
    public void stop() {
        running = false;
        var present = reading;
        reading = null;
        if (present != null) {
            present.served().stop();
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
