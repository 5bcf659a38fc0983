package dev.docket.model.video;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// What `ffmpeg` says on standard error while it works, read on a thread of its own so that it
/// never waits to be heard.
///
/// What a file says of itself, its title for instance, stands there too, but always further to
/// the right.
final class FfmpegReport {
    private static final Pattern DURATION = Pattern.compile("^  Duration: (\\d+):(\\d+):(\\d+\\.\\d+),");
    private static final Pattern SIZE = Pattern.compile("^  Stream #.*: Video: .*?, (\\d{1,5})x(\\d{1,5})[, ]");
    private static final Pattern SHOWN = Pattern.compile("^\\[Parsed_showinfo.* pts_time:\\s*(-?[0-9.]+)");
    private static final int MOST_LINE = 4_000;
    private static final int PATIENCE_SECONDS = 5;

    private final BlockingQueue<Double> times = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile double seconds = Double.NaN;
    private volatile int width;
    private volatile int height;

    FfmpegReport(InputStream in) {
        thread = Thread.ofVirtual().name("video-report").start(() -> read(in));
    }

    private void read(InputStream in) {
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line.length() > MOST_LINE ? line.substring(0, MOST_LINE) : line);
            }
        } catch (IOException | UncheckedIOException ended) {
            // The process was ended, and with it what it had to say.
        }
    }

    private void hear(String line) {
        var shown = SHOWN.matcher(line);
        if (shown.find()) {
            times.add(Double.parseDouble(shown.group(1)));
            return;
        }
        var duration = DURATION.matcher(line);
        if (Double.isNaN(seconds) && duration.find()) {
            seconds = Integer.parseInt(duration.group(1)) * 3_600.0
                    + Integer.parseInt(duration.group(2)) * 60.0
                    + Double.parseDouble(duration.group(3));
        }
        var size = SIZE.matcher(line);
        if (width == 0 && size.find()) {
            width = Integer.parseInt(size.group(1));
            height = Integer.parseInt(size.group(2));
        }
    }

    /// When the next frame is shown, in the order of the frames.
    OptionalDouble nextTime() throws InterruptedException {
        var time = times.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, time));
    }

    /// Waits until everything has been heard.
    FfmpegReport complete() throws InterruptedException {
        thread.join();
        return this;
    }

    /// How long the video says that it lasts; not a number if it does not.
    double seconds() {
        return seconds;
    }

    /// 0 where there is no video stream.
    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
