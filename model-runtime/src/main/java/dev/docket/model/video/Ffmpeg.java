package dev.docket.model.video;

import dev.docket.model.ModelFault;
import dev.docket.model.picture.ProcessWatch;
import dev.docket.model.picture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/// Reads videos with the program `ffmpeg`, if there is one.
///
/// Each video is read by a process of its own that may do little, see [FfmpegCommand], and that
/// is ended when it takes too much time or memory. Without the program every video is refused
/// as `ABSENT`, and nothing else is different.
public final class Ffmpeg implements VideoFrames, AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final long MOST_MEMORY = 1_500_000_000;

    private static final Pattern VERSION = Pattern.compile("^ffmpeg version (\\S{1,40})");

    private final Optional<FfmpegCommand> command;
    private final Availability availability;
    private final Semaphore places;
    private final ProcessWatch watch;

    private Ffmpeg(Optional<FfmpegCommand> command, Availability availability, int atOnce, ProcessWatch watch) {
        this.command = command;
        this.availability = availability;
        this.watch = watch;
        places = new Semaphore(atOnce);
    }

    /// Looks for the program and asks for its version.
    ///
    /// @param name of the program, usually `ffmpeg`, or where it is
    /// @param atOnce videos that are read at the same time, each with two threads
    public static Ffmpeg open(String name, int atOnce) {
        var watch = new ProcessWatch(MOST_MEMORY);
        var program = FfmpegCommand.find(name);
        if (program.isEmpty()) {
            return absent("there is no program '" + name + "'", atOnce, watch);
        }
        try {
            var version = version(program.get(), watch);
            return version.isEmpty()
                    ? absent("'" + name + "' does not work as ffmpeg does", atOnce, watch)
                    : new Ffmpeg(
                            Optional.of(new FfmpegCommand(program.get(), version.get())),
                            new Availability("ffmpeg " + version.get(), ""),
                            atOnce,
                            watch);
        } catch (IOException e) {
            return absent("'" + name + "' cannot be started", atOnce, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return absent("interrupted while looking for ffmpeg", atOnce, watch);
        }
    }

    private static Ffmpeg absent(String reason, int atOnce, ProcessWatch watch) {
        return new Ffmpeg(Optional.empty(), new Availability("", reason), atOnce, watch);
    }

    private static Optional<String> version(Path program, ProcessWatch watch) throws IOException, InterruptedException {
        var process = FfmpegCommand.version(program);
        try (var watched = watch.over(process, LOOK)) {
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var version = VERSION.matcher(said);
            return process.waitFor() == 0 && version.find() ? Optional.of(version.group(1)) : Optional.empty();
        }
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public VideoReading read(Path video, VideoLimits limits, FrameSink sink) throws ModelFault {
        if (command.isEmpty()) {
            return new VideoReading.Refused(Refusal.ABSENT);
        }
        try {
            if (Files.size(video) > limits.mostBytes()) {
                return new VideoReading.Refused(Refusal.TOO_LARGE);
            }
            var container = Container.of(video);
            if (container.isEmpty()) {
                return new VideoReading.Refused(Refusal.UNSUPPORTED);
            }
            places.acquire();
            try {
                return read(command.get(), new Source(video, container.get()), limits, sink);
            } finally {
                places.release();
            }
        } catch (IOException e) {
            throw new ModelFault("A video could not be given to ffmpeg", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while reading a video", e);
        }
    }

    private record Source(Path video, Container container) {}

    private VideoReading read(FfmpegCommand program, Source source, VideoLimits limits, FrameSink sink)
            throws IOException, InterruptedException, ModelFault {
        var looking = program.look(source.video(), source.container());
        try (var watched = watch.over(looking, LOOK)) {
            var seen = new FfmpegReport(looking.getErrorStream()).complete();
            if (watched.refusal().isPresent()) {
                return new VideoReading.Refused(watched.refusal().get());
            }
            if (seen.width() == 0) {
                return new VideoReading.Refused(Refusal.UNREADABLE);
            }
            if (seen.seconds() > limits.length().toSeconds()) {
                return new VideoReading.Refused(Refusal.TOO_LARGE);
            }
            return read(program, source, limits, sink, seen);
        }
    }

    private VideoReading read(
            FfmpegCommand program, Source source, VideoLimits limits, FrameSink sink, FfmpegReport seen)
            throws IOException, InterruptedException, ModelFault {
        var run = new FfmpegRun(limits, sink, Double.isNaN(seen.seconds()) ? 0 : seen.seconds());
        var process = program.frames(source.video(), source.container(), limits, run.interval());
        try (var watched = watch.over(process, limits.time())) {
            var ended = run.handOn(process);
            return watched.refusal()
                    .or(() -> ended)
                    .<VideoReading>map(VideoReading.Refused::new)
                    .orElseGet(() -> new VideoReading.Read(seen.width(), seen.height(), run.length(), run.frames()));
        } finally {
            process.destroyForcibly();
        }
    }

    /// Ends what is being read.
    @Override
    public void close() {
        watch.close();
    }
}
