package dev.docket.backend.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// A short video, drawn and encoded on the spot: a plain landscape, for two seconds of it a blur that the image model
/// takes for something else, and the landscape again.
public final class SampleVideo {
    public static final int SECONDS = 8;
    private static final int FLAGGED_FROM = 3;
    private static final int FLAGGED_TO = 5;
    private static final double FRAME = 0.1;

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /// Six colours by six, found by trying: nothing can be made out in them.
    private static final int[] BLUR = {
        0xd35f51, 0xfdb4fa, 0x001400, 0x002539, 0x758248, 0xa9ddac,
        0xdc4729, 0x9f0019, 0x90ca53, 0x349777, 0x9a3e2a, 0x4c717f,
        0xffe3c0, 0x5a4129, 0x880068, 0xff7a5e, 0x7d3c4f, 0x53508f,
        0x76741a, 0xf3aaa0, 0xe5b568, 0x42191a, 0xff836d, 0x705700,
        0x8a964c, 0x560c00, 0xff5649, 0x7a823b, 0x6d7364, 0x8b5bea,
        0xecd3b1, 0xacf0bc, 0x3d0000, 0xe0927a, 0xffeeff, 0x806c2d
    };
    private static final int BLUR_SIDE = 6;

    /// What the build unpacks where it can be run.
    private static final Path UNPACKED =
            Path.of("..", "model-runtime", "target", "ffmpeg", "org", "bytedeco", "ffmpeg", "linux-x86_64", "ffmpeg");

    private SampleVideo() {}

    /// The name of the program, or where it is.
    static String program() {
        return UNPACKED.toFile().setExecutable(true)
                ? UNPACKED.toAbsolutePath().normalize().toString()
                : "ffmpeg";
    }

    /// Skips a test where there is nothing to make or read videos with.
    public static void assumeProgram() {
        try {
            var process = new ProcessBuilder(program(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assumeTrue(
                    process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0,
                    "the ffmpeg of this machine does not run");
        } catch (IOException absent) {
            assumeTrue(false, "there is no ffmpeg for this machine: " + absent.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static boolean isFlagged(double second) {
        return second > FLAGGED_FROM - FRAME / 2 && second < FLAGGED_TO - FRAME / 2;
    }

    /// @param video its ending says the kind
    public static Path write(Path video) throws IOException {
        var calm = png(video.resolveSibling("calm.png"), calm());
        var flagged = png(video.resolveSibling("flagged.png"), flagged());
        run(
                List.of("-loop", "1", "-t", Integer.toString(FLAGGED_FROM), "-i", calm),
                List.of("-loop", "1", "-t", Integer.toString(FLAGGED_TO - FLAGGED_FROM), "-i", flagged),
                List.of("-loop", "1", "-t", Integer.toString(SECONDS - FLAGGED_TO), "-i", calm),
                List.of("-filter_complex", "[0:v][1:v][2:v]concat=n=3:v=1,fps=10,format=yuv420p"),
                List.of("-c:v", "mpeg4", "-q:v", "2", "-g", "25", video.toString()));
        return video;
    }

    private static String png(Path file, BufferedImage image) throws IOException {
        ImageIO.write(image, "png", file.toFile());
        return file.toString();
    }

    @SafeVarargs
    private static void run(List<String>... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(program(), "-v", "error", "-y"));
        List.of(arguments).forEach(command::addAll);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("the sample video cannot be made: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Sky over grass.
    public static BufferedImage calm() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x3f7fc0), 0, HEIGHT / 2f, new Color(0xc0e0ff)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT / 2);
        graphics.setPaint(new GradientPaint(0, HEIGHT / 2f, new Color(0x60a040), 0, HEIGHT, new Color(0x205010)));
        graphics.fillRect(0, HEIGHT / 2, WIDTH, HEIGHT / 2);
        graphics.dispose();
        return image;
    }

    public static BufferedImage flagged() {
        var fields = new BufferedImage(BLUR_SIDE, BLUR_SIDE, BufferedImage.TYPE_INT_RGB);
        fields.setRGB(0, 0, BLUR_SIDE, BLUR_SIDE, BLUR, 0, BLUR_SIDE);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(fields, 0, 0, WIDTH, HEIGHT, null);
        graphics.dispose();
        return image;
    }
}
