package dev.docket.model.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.model.ModelFault;
import dev.docket.model.picture.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// With the real program where there is one, and with programs that behave as it should not.
@DisabledOnOs(OS.WINDOWS)
class FfmpegTest {
    private static final VideoLimits LIMITS = VideoLimits.STANDARD;

    /// What the build unpacks where it can be run.
    private static final Path UNPACKED =
            Path.of("target", "ffmpeg", "org", "bytedeco", "ffmpeg", "linux-x86_64", "ffmpeg");

    @TempDir
    private Path folder;

    @Test
    void withoutTheProgramEveryVideoIsRefusedAndHealthSaysWhy() throws Exception {
        try (var absent = Ffmpeg.open(folder.resolve("no-such-program").toString(), 1)) {
            assertThat(absent.availability().available()).isFalse();
            assertThat(absent.availability().reason()).contains("no-such-program");
            assertThat(absent.read(folder.resolve("any.mp4"), LIMITS, frame -> {}))
                    .isEqualTo(new VideoReading.Refused(Refusal.ABSENT));
        }
    }

    @Test
    void aProgramThatIsNotFfmpegCountsAsNone() throws Exception {
        try (var other = Ffmpeg.open(script("echo something else"), 1)) {
            assertThat(other.availability().available()).isFalse();
            assertThat(other.availability().reason()).contains("does not work as ffmpeg does");
        }
    }

    @Test
    void aFrameASecondAndKeyFramesComeWithTheirSeconds() throws Exception {
        var video = made("-f lavfi -i testsrc=s=640x360:r=25:d=6 -c:v mpeg4 -g 40 -pix_fmt yuv420p", "six.mp4");
        var frames = new ArrayList<VideoFrame>();
        try (var ffmpeg = real()) {
            var read = (VideoReading.Read) ffmpeg.read(video, LIMITS, frames::add);
            assertThat(read.width()).isEqualTo(640);
            assertThat(read.height()).isEqualTo(360);
            assertThat(read.seconds()).isCloseTo(6, within(0.2));
            assertThat(read.frames()).isEqualTo(frames.size());
        }
        // Key frames at 0, 1.6, 3.2 and 4.8 s, and a second after each frame the next.
        assertThat(frames)
                .extracting(VideoFrame::second)
                .satisfiesExactly(
                        second -> assertThat(second).isCloseTo(0, within(0.05)),
                        second -> assertThat(second).isCloseTo(1, within(0.05)),
                        second -> assertThat(second).isCloseTo(1.6, within(0.05)),
                        second -> assertThat(second).isCloseTo(2.6, within(0.05)),
                        second -> assertThat(second).isCloseTo(3.2, within(0.05)),
                        second -> assertThat(second).isCloseTo(4.2, within(0.05)),
                        second -> assertThat(second).isCloseTo(4.8, within(0.05)),
                        second -> assertThat(second).isCloseTo(5.8, within(0.05)));
        assertThat(frames).allSatisfy(frame -> {
            assertThat(frame.frame().width()).isEqualTo(320);
            assertThat(frame.frame().height()).isEqualTo(180);
        });
        assertThat(frames.getLast().frame().pixels())
                .isNotEqualTo(frames.getFirst().frame().pixels());
        assertThat(frames.getFirst().frame().thumbnail(80)).isNotEmpty();
    }

    @Test
    void theColoursAreThoseOfTheVideo() throws Exception {
        var video = made("-f lavfi -i color=red:s=64x64:r=5:d=2 -c:v ffv1", "red.mkv");
        var frames = new ArrayList<VideoFrame>();
        try (var ffmpeg = real()) {
            assertThat(ffmpeg.read(video, LIMITS, frames::add)).isInstanceOf(VideoReading.Read.class);
        }
        int pixel = frames.getFirst().frame().pixels()[32 * 64 + 32];
        assertThat(pixel >> 16 & 0xff).isGreaterThan(240);
        assertThat(pixel & 0xffff).isLessThan(0x1010);
        assertThat(frames.getFirst().frame().width()).isEqualTo(64);
    }

    @Test
    void aLongerVideoHasItsFramesFurtherApart() throws Exception {
        var video = made("-f lavfi -i testsrc=s=64x64:r=5:d=60 -c:v mpeg4 -g 5 -pix_fmt yuv420p", "minute.mp4");
        var few = new VideoLimits(150_000_000, Duration.ofMinutes(10), 20, 64, Duration.ofMinutes(1));
        var frames = new ArrayList<VideoFrame>();
        try (var ffmpeg = real()) {
            assertThat(ffmpeg.read(video, few, frames::add)).isInstanceOf(VideoReading.Read.class);
        }
        assertThat(frames).hasSizeBetween(9, 20);
        assertThat(frames.getLast().second()).isGreaterThan(53);
    }

    @Test
    void tooLongTooLargeAndUnknownVideosAreRefused() throws Exception {
        var video = made("-f lavfi -i testsrc=s=64x64:r=5:d=4 -c:v mpeg4 -pix_fmt yuv420p", "four.mp4");
        var brief = new VideoLimits(150_000_000, Duration.ofSeconds(2), 20, 64, Duration.ofMinutes(1));
        var small = new VideoLimits(100, Duration.ofMinutes(2), 20, 64, Duration.ofMinutes(1));
        try (var ffmpeg = real()) {
            assertThat(ffmpeg.read(video, brief, frame -> {})).isEqualTo(new VideoReading.Refused(Refusal.TOO_LARGE));
            assertThat(ffmpeg.read(video, small, frame -> {})).isEqualTo(new VideoReading.Refused(Refusal.TOO_LARGE));
        }
    }

    @Test
    void aVideoCutShortOrDamagedIsUnreadable() throws Exception {
        var whole = made(
                "-f lavfi -i testsrc=s=320x240:r=10:d=20 -c:v mpeg4 -g 10 -pix_fmt yuv420p -movflags +faststart",
                "twenty.mp4");
        byte[] bytes = Files.readAllBytes(whole);
        var half = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
        var rubbish = Files.write(
                folder.resolve("rubbish.mp4"),
                "\0\0\0\u0018ftypisom and then nothing".getBytes(StandardCharsets.US_ASCII));
        try (var ffmpeg = real()) {
            assertThat(ffmpeg.read(half, LIMITS, frame -> {})).isEqualTo(new VideoReading.Refused(Refusal.UNREADABLE));
            assertThat(ffmpeg.read(rubbish, LIMITS, frame -> {}))
                    .isEqualTo(new VideoReading.Refused(Refusal.UNREADABLE));
        }
    }

    /// A playlist that names another file of this machine would show a stranger what is in it.
    @Test
    void aPlaylistIsNotFollowed() throws Exception {
        var secret = made("-f lavfi -i testsrc=s=64x64:r=5:d=2 -c:v mpeg4 -pix_fmt yuv420p", "secret.ts");
        var list = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
        var concat = "ffconcat version 1.0\nfile " + secret + "\n";
        try (var ffmpeg = real()) {
            for (var text : List.of(list, concat)) {
                var video = Files.writeString(folder.resolve("list.mp4"), text);
                assertThat(ffmpeg.read(video, LIMITS, frame -> {}))
                        .isEqualTo(new VideoReading.Refused(Refusal.UNSUPPORTED));
            }
        }
    }

    @Test
    void whatTheSinkThrowsEndsTheReading() throws Exception {
        var video = made("-f lavfi -i testsrc=s=64x64:r=5:d=4 -c:v mpeg4 -pix_fmt yuv420p", "sink.mp4");
        try (var ffmpeg = real()) {
            assertThatThrownBy(() -> ffmpeg.read(video, LIMITS, frame -> {
                        throw new ModelFault("No more");
                    }))
                    .isInstanceOf(ModelFault.class)
                    .hasMessage("No more");
        }
    }

    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        var hanging = script("""
                case "$*" in
                  -version) echo 'ffmpeg version 7.1-test'; exit 0 ;;
                  *pipe:1*) exec sleep 60 ;;
                  *) echo '  Duration: 00:00:03.00, start: 0.000000, bitrate: 1 kb/s' >&2
                     echo '  Stream #0:0: Video: h264, yuv420p, 64x48, 5 fps' >&2; exit 1 ;;
                esac
                """);
        var hasty = new VideoLimits(1_000, Duration.ofMinutes(1), 20, 64, Duration.ofMillis(300));
        long start = System.nanoTime();
        try (var ffmpeg = Ffmpeg.open(hanging, 1)) {
            assertThat(ffmpeg.availability().program()).isEqualTo("ffmpeg 7.1-test");
            assertThat(ffmpeg.read(mp4(), hasty, frame -> {})).isEqualTo(new VideoReading.Refused(Refusal.TIMED_OUT));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aProgramThatAnswersWithSomethingElseIsNotBelieved() throws Exception {
        var lying = script("""
                case "$*" in
                  -version) echo 'ffmpeg version 7.1-test'; exit 0 ;;
                  *pipe:1*) echo '[Parsed_showinfo_2 @ 0x1] n:0 pts:0 pts_time:0 ' >&2
                     printf 'P6\\n60000 60000\\n255\\n'; exit 0 ;;
                  *) echo '  Stream #0:0: Video: h264, yuv420p, 64x48, 5 fps' >&2; exit 1 ;;
                esac
                """);
        try (var ffmpeg = Ffmpeg.open(lying, 1)) {
            assertThat(ffmpeg.read(mp4(), LIMITS, frame -> {})).isEqualTo(new VideoReading.Refused(Refusal.UNREADABLE));
        }
    }

    private Path mp4() throws IOException {
        return Files.write(folder.resolve("some.mp4"), "\0\0\0\u0018ftypisom".getBytes(StandardCharsets.US_ASCII));
    }

    private String script(String body) throws IOException {
        var file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    private static String program() {
        return UNPACKED.toFile().setExecutable(true) ? UNPACKED.toAbsolutePath().toString() : "ffmpeg";
    }

    private static Ffmpeg real() {
        var ffmpeg = Ffmpeg.open(program(), 2);
        assumeTrue(
                ffmpeg.availability().available(), () -> ffmpeg.availability().reason());
        return ffmpeg;
    }

    private Path made(String arguments, String name) throws Exception {
        real().close();
        var video = folder.resolve(name);
        var command = new ArrayList<>(List.of(program(), "-v", "error", "-y"));
        command.addAll(List.of(arguments.split(" ")));
        command.add(video.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(
                process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0,
                "this ffmpeg cannot make it: " + said);
        return video;
    }
}
