package dev.docket.model.video;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command lines of `ffmpeg`, and what they are not allowed to do.
///
/// No protocol but plain files and pipes, no demuxer but the one that the file's first bytes
/// ask for, no environment, no files written, no core dumps, and limits of processor time and
/// address space.
///
/// @param version as the program says it
record FfmpegCommand(Path program, String version) {
    private static final long MOST_ADDRESS_SPACE_KB = 3_000_000;
    private static final long MOST_ALLOCATION = 500_000_000;
    private static final long MOST_PIXELS = 50_000_000;
    private static final long LEAST_PROCESSOR_SECONDS = 10;
    private static final String THREADS = "2";
    private static final Pattern OLD = Pattern.compile("^n?([0-4]|5\\.0)\\.");

    /// A system that does not know one of the limits goes without that one.
    private static final String LIMITED =
            "ulimit -c 0; ulimit -f 0; ulimit -v %d 2>/dev/null; ulimit -t %d 2>/dev/null; exec \"$0\" \"$@\"";

    /// @param command a path, or a name that is looked for where programs are
    static Optional<Path> find(String command) {
        var places = command.contains(File.separator)
                ? List.of(Path.of(command).toAbsolutePath())
                : Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, command))
                        .toList();
        return places.stream()
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    static Process version(Path program) throws IOException {
        return start(program, 10, List.of("-version"));
    }

    /// Tells what the file says of itself, and ends.
    Process look(Path video, Container container) throws IOException {
        return start(program, 20, input(video, container, List.of()));
    }

    /// Frames as portable pixmaps on standard output; when each is shown on standard error.
    ///
    /// @param interval seconds between frames; key frames at half of it
    Process frames(Path video, Container container, VideoLimits limits, double interval) throws IOException {
        var arguments = new ArrayList<String>();
        var length = List.of("-t", Long.toString(limits.length().toSeconds() + 1));
        arguments.addAll(input(video, container, length));
        arguments.addAll(List.of("-map", "0:v:0", "-an", "-sn", "-dn"));
        arguments.addAll(List.of("-vf", filter(limits.frameSide(), interval), everyFrame(), "passthrough"));
        arguments.addAll(
                List.of("-f", "image2pipe", "-c:v", "ppm", "-pix_fmt", "rgb24", "-threads", THREADS, "pipe:1"));
        return start(program, processorSeconds(limits), arguments);
    }

    /// Both threads for the whole time, and never so little that starting up would not fit in it.
    private static long processorSeconds(VideoLimits limits) {
        return Math.max(LEAST_PROCESSOR_SECONDS, limits.time().toSeconds() * Integer.parseInt(THREADS));
    }

    /// The option has had two names; versions before 5.1 know the old one only, new ones will
    /// forget it.
    private String everyFrame() {
        return OLD.matcher(version).find() ? "-vsync" : "-fps_mode";
    }

    private static List<String> input(Path video, Container container, List<String> more) {
        var arguments =
                new ArrayList<>(List.of("-hide_banner", "-nostdin", "-max_alloc", Long.toString(MOST_ALLOCATION)));
        arguments.addAll(List.of("-protocol_whitelist", "file,pipe", "-f", container.demuxer()));
        arguments.addAll(List.of("-threads", THREADS, "-max_pixels", Long.toString(MOST_PIXELS)));
        arguments.addAll(more);
        arguments.addAll(List.of("-i", "file:" + video.toAbsolutePath()));
        return arguments;
    }

    private static String filter(int side, double interval) {
        return String.format(
                Locale.ROOT,
                "select='isnan(prev_selected_t)+gte(t-prev_selected_t,%1$.4f)+key*gte(t-prev_selected_t,%2$.4f)',"
                        + "scale='min(%3$d,iw)':'min(%3$d,ih)':force_original_aspect_ratio=decrease,showinfo=checksum=0",
                interval - 0.001,
                interval / 2,
                side);
    }

    private static Process start(Path program, long processorSeconds, List<String> arguments) throws IOException {
        var command = new ArrayList<>(
                List.of("/bin/sh", "-c", String.format(Locale.ROOT, LIMITED, MOST_ADDRESS_SPACE_KB, processorSeconds)));
        command.add(program.toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
