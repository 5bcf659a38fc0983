package dev.docket.model.video;

import dev.docket.model.ModelFault;
import dev.docket.model.picture.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Optional;

/// One video on its way from the program to whoever takes its frames.
final class FfmpegRun {
    /// How far before its end a video's last frame may lie, beside the interval between frames.
    private static final double SLACK_SECONDS = 3;

    private static final int BUFFER = 1 << 16;

    private final VideoLimits limits;
    private final VideoFrames.FrameSink sink;
    private final double seconds;
    private int frames;
    private double last;

    /// @param seconds that the video says it lasts; 0 if it does not say
    FfmpegRun(VideoLimits limits, VideoFrames.FrameSink sink, double seconds) {
        this.limits = limits;
        this.sink = sink;
        this.seconds = seconds;
    }

    /// Seconds between frames. Key frames come at half of it at the closest, and two seconds
    /// are to spare, so that the most frames are never reached by a video that is as long as it
    /// says.
    double interval() {
        return Math.max(1, 2 * (seconds + 2) / limits.mostFrames());
    }

    /// @return empty when the video was read to its end
    Optional<Refusal> handOn(Process process) throws InterruptedException, ModelFault {
        var report = new FfmpegReport(process.getErrorStream());
        try (var out = new BufferedInputStream(process.getInputStream(), BUFFER)) {
            var pixmaps = new Pixmaps(out, limits.frameSide());
            for (var frame = pixmaps.next(); frame.isPresent(); frame = pixmaps.next()) {
                var time = report.nextTime();
                if (time.isEmpty()) {
                    return Optional.of(Refusal.UNREADABLE);
                }
                if (frames == limits.mostFrames()
                        || time.getAsDouble() > limits.length().toSeconds()) {
                    return Optional.of(Refusal.TOO_LARGE);
                }
                last = time.getAsDouble();
                frames++;
                sink.accept(new VideoFrame(last, frame.get()));
            }
        } catch (IOException ended) {
            return Optional.of(Refusal.UNREADABLE);
        }
        return process.waitFor() == 0 && whole() ? Optional.empty() : Optional.of(Refusal.UNREADABLE);
    }

    /// The program does not mind a file that was cut short; whoever looks at the frames should
    /// know.
    private boolean whole() {
        return frames > 0 && last >= seconds - interval() - SLACK_SECONDS;
    }

    int frames() {
        return frames;
    }

    /// As far as is known.
    double length() {
        return Math.max(seconds, last);
    }
}
