package dev.docket.model.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.docket.model.ModelFault;
import dev.docket.model.image.Pdq;
import dev.docket.model.image.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderPoolTest {
    private static final PictureLimits LIMITS = PictureLimits.STANDARD;
    private static DecoderPool pool;

    @BeforeAll
    static void open() {
        pool = DecoderPool.open(2);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
    void everyFormatIsDecodedInItsFullSize(PictureFormat format) throws Exception {
        var scene = scene(3, 320, 200);
        var picture = decoded(written(scene, format.name()), LIMITS);
        assertThat(picture.format()).isEqualTo(format);
        assertThat(picture.frames()).hasSize(1);
        assertThat(picture.first().width()).isEqualTo(320);
        assertThat(picture.first().height()).isEqualTo(200);
        if (format == PictureFormat.PNG || format == PictureFormat.BMP) {
            int[] pixels = scene.getRGB(0, 0, 320, 200, null, 0, 320);
            Arrays.setAll(pixels, i -> pixels[i] & 0xffffff);
            assertThat(picture.first().pixels()).isEqualTo(pixels);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp"})
    void webpIsDecoded(String file) throws Exception {
        var picture = decoded(resource(file), LIMITS);
        assertThat(picture.format()).isEqualTo(PictureFormat.WEBP);
        assertThat(picture.frames()).hasSize(1);
        assertColour(picture.first(), 8, 8, 0xff0000);
        assertColour(picture.first(), 56, 40, 0x0000ff);
    }

    @Test
    void anAnimatedWebpIsPlayed() throws Exception {
        var picture = decoded(resource("animated.webp"), LIMITS);
        assertThat(picture.frameCount()).isEqualTo(3);
        assertThat(picture.framesSeen()).isEqualTo(3);
        assertThat(picture.frames()).hasSize(3);
        for (var frame : picture.frames()) {
            assertThat(frame.width()).isEqualTo(64);
            assertThat(frame.height()).isEqualTo(48);
        }
        assertColour(picture.frames().get(0), 8, 8, 0xff0000);
        assertColour(picture.frames().get(1), 8, 8, 0x00ff00);
        assertColour(picture.frames().get(2), 8, 8, 0x0000ff);
    }

    @Test
    void aLargePictureIsDecodedAtAFraction() throws Exception {
        var picture = decoded(written(scene(1, 4_000, 3_000), "jpeg"), LIMITS);
        assertThat(picture.width()).isEqualTo(4_000);
        assertThat(picture.height()).isEqualTo(3_000);
        assertThat(picture.first().width()).isEqualTo(1_334);
        assertThat(picture.first().height()).isEqualTo(1_000);
    }

    @Test
    void whatIsDecodedThereHashesAsWhatIsDecodedHere() throws Exception {
        for (var format : List.of("png", "jpeg", "bmp")) {
            byte[] bytes = written(scene(5, 700, 500), format);
            var frame = decoded(bytes, LIMITS).first();
            assertThat(Pdq.hash(frame.pixels(), frame.width(), frame.height()))
                    .isEqualTo(Pictures.hash(bytes).orElseThrow());
        }
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws Exception {
        var glass = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        glass.setRGB(3, 4, 0xff123456);
        var frame = decoded(written(glass, "png"), LIMITS).first();
        assertThat(frame.pixels()[0]).isEqualTo(0xffffff);
        assertThat(frame.pixels()[4 * 20 + 3]).isEqualTo(0x123456);
    }

    @Test
    void ofAnAnimationAFewFramesAreKeptThatShowWhatABrowserShows() throws Exception {
        var frames = new ArrayList<BufferedImage>();
        frames.add(flat(40, 30, Color.RED));
        for (int i = 1; i < 30; i++) {
            frames.add(flat(10, 10, Color.BLUE)); // drawn over the red one at the upper left
        }
        var picture = decoded(gif(frames, "doNotDispose"), LIMITS);
        assertThat(picture.frameCount()).isEqualTo(30);
        assertThat(picture.framesSeen()).isEqualTo(30);
        assertThat(picture.frames()).hasSize(8);
        assertThat(picture.frames()).first().extracting(Frame::index).isEqualTo(0);
        var last = picture.frames().getLast();
        assertThat(last.index()).isEqualTo(29);
        assertColour(last, 5, 5, 0x0000ff);
        assertColour(last, 35, 25, 0xff0000);
    }

    @Test
    void anAnimatedPngIsPlayed() throws Exception {
        var picture = decoded(
                animatedPng(flat(40, 30, Color.RED), false, flat(40, 30, Color.RED), flat(10, 10, Color.BLUE)), LIMITS);

        assertThat(picture.format()).isEqualTo(PictureFormat.PNG);
        assertThat(picture.frameCount()).isEqualTo(2);
        assertThat(picture.framesSeen()).isEqualTo(2);
        assertColour(picture.frames().getFirst(), 5, 5, 0xff0000);
        assertColour(picture.frames().getLast(), 5, 5, 0x0000ff);
        assertColour(picture.frames().getLast(), 35, 25, 0xff0000);
    }

    @Test
    void whatAnAnimatedPngShowsWhereNothingMovesIsLookedAtAsWell() throws Exception {
        var picture = decoded(
                animatedPng(flat(40, 30, Color.GREEN), true, flat(40, 30, Color.RED), flat(10, 10, Color.BLUE)),
                LIMITS);

        assertThat(picture.frameCount()).isEqualTo(3);
        assertColour(picture.frames().get(0), 5, 5, 0x00ff00);
        assertColour(picture.frames().get(1), 35, 25, 0xff0000);
        assertColour(picture.frames().get(2), 5, 5, 0x0000ff);
    }

    @Test
    void anAnimatedPngWhoseFramesLieOutsideIsUnreadable() throws Exception {
        byte[] picture = animatedPng(flat(40, 30, Color.RED), false, flat(40, 30, Color.RED), flat(60, 10, Color.BLUE));

        assertThat(pool.decode(picture, LIMITS)).isEqualTo(new Decoding.Refused(Refusal.UNREADABLE));
    }

    @Test
    void ofTenThousandFramesItSaysHowManyNobodyHasSeen() throws Exception {
        var frames = new ArrayList<BufferedImage>();
        for (int i = 0; i < 10_000; i++) {
            frames.add(flat(8, 8, i % 2 == 0 ? Color.RED : Color.BLUE));
        }
        var picture = decoded(gif(frames, "none"), LIMITS);
        assertThat(picture.frameCount()).isEqualTo(10_000);
        assertThat(picture.framesSeen()).isEqualTo(1_000);
        assertThat(picture.frames()).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
    void aPictureCutShortIsUnreadable(PictureFormat format) throws Exception {
        byte[] whole = written(scene(3, 320, 200), format.name());
        assertThat(pool.decode(Arrays.copyOf(whole, whole.length / 2), LIMITS))
                .isEqualTo(new Decoding.Refused(Refusal.UNREADABLE));
    }

    @Test
    void rubbishBehindAGoodHeaderIsRefusedAndHarmsNothing() throws Exception {
        var random = new Random(11);
        for (var format : List.of("png", "jpeg", "gif", "bmp")) {
            byte[] whole = written(scene(3, 64, 64), format);
            for (int i = 0; i < 25; i++) {
                byte[] damaged = whole.clone();
                for (int change = 0; change < 20; change++) {
                    damaged[30 + random.nextInt(damaged.length - 30)] = (byte) random.nextInt();
                }
                assertThat(pool.decode(damaged, LIMITS)).isNotNull();
            }
        }
        assertThat(decoded(resource("lossy.webp"), LIMITS).frames()).hasSize(1);
    }

    @Test
    void aHeaderBeyondTheLimitsNeverReachesAProcess() throws Exception {
        byte[] bomb = written(flat(6_000, 6_000, Color.WHITE), "png");
        assertThat(pool.decode(bomb, LIMITS)).isEqualTo(new Decoding.Refused(Refusal.BOMB));
        assertThat(pool.decode(new byte[] {1, 2, 3, 4}, LIMITS)).isEqualTo(new Decoding.Refused(Refusal.UNSUPPORTED));
    }

    @Test
    void textThatUnpacksToAGigabyteIsNotUnpacked() throws Exception {
        byte[] plain = written(scene(1, 40, 40), "png");
        var picture = decoded(withPackedText(plain, 1 << 30), LIMITS);
        assertThat(picture.first().width()).isEqualTo(40);
    }

    @Test
    void whatTakesTooLongIsEndedAndTheNextPictureIsDecoded() throws Exception {
        var hasty = new PictureLimits(
                20_000_000, 50_000_000, 30_000, 1_000_000, 50_000_000, 2_000_000, 250_000, 8, Duration.ofMillis(1));
        byte[] large = written(scene(2, 5_000, 4_000), "png");
        try (var one = DecoderPool.open(1)) {
            assertThat(one.decode(large, hasty)).isEqualTo(new Decoding.Refused(Refusal.TIMED_OUT));
            assertThat(one.decode(written(scene(2, 50, 40), "png"), LIMITS)).isInstanceOf(Decoding.Picture.class);
        }
    }

    @Test
    void whatFillsTheHeapIsABombAndTheNextPictureIsDecoded() throws Exception {
        var lax = new PictureLimits(
                20_000_000, 50_000_000, 30_000, 1_000_000, 50_000_000, 2_000_000, 250_000, 8, Duration.ofSeconds(30));
        var frames = List.of(flat(7_000, 7_000, Color.RED), flat(7_000, 7_000, Color.BLUE));
        try (var one = DecoderPool.open(1)) {
            assertThat(one.decode(gif(frames, "restoreToPrevious"), lax)).isEqualTo(new Decoding.Refused(Refusal.BOMB));
            assertThat(one.decode(written(scene(2, 50, 40), "png"), LIMITS)).isInstanceOf(Decoding.Picture.class);
        }
    }

    /// A system that does not tell what its processes occupy has the limit of the heap alone.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessThatGrowsTooLargeIsEnded() throws Exception {
        var lax = new PictureLimits(
                20_000_000, 50_000_000, 30_000, 1_000_000, 50_000_000, 2_000_000, 250_000, 8, Duration.ofSeconds(30));
        var frames = List.of(flat(6_000, 6_000, Color.RED), flat(6_000, 6_000, Color.BLUE));
        try (var small = DecoderPool.open(1, 150_000_000)) {
            assertThat(small.decode(written(scene(2, 50, 40), "png"), LIMITS)).isInstanceOf(Decoding.Picture.class);
            assertThat(small.decode(gif(frames, "none"), lax)).isEqualTo(new Decoding.Refused(Refusal.BOMB));
            assertThat(small.decode(written(scene(2, 50, 40), "png"), LIMITS)).isInstanceOf(Decoding.Picture.class);
        }
    }

    @Test
    void manyThreadsShareFewProcesses() throws Exception {
        var pictures = new ArrayList<byte[]>();
        for (int i = 0; i < 12; i++) {
            pictures.add(written(scene(i, 100 + i, 80), "png"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decodings = new ArrayList<Future<Decoding>>();
            for (var picture : pictures) {
                decodings.add(threads.submit(() -> pool.decode(picture, LIMITS)));
            }
            for (int i = 0; i < decodings.size(); i++) {
                assertThat(decodings.get(i).get())
                        .asInstanceOf(type(Decoding.Picture.class))
                        .extracting(Decoding.Picture::width)
                        .isEqualTo(100 + i);
            }
        }
    }

    @Test
    void aClosedPoolRefusesAndLeavesNoProcessBehind() throws Exception {
        var closed = DecoderPool.open(1);
        byte[] picture = written(scene(1, 30, 30), "png");
        closed.decode(picture, LIMITS);
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.decode(picture, LIMITS)).isInstanceOf(ModelFault.class);
    }

    @Test
    void aThumbnailIsASmallJpeg() throws Exception {
        var frame = decoded(written(scene(1, 300, 150), "png"), LIMITS).first();
        byte[] thumbnail = frame.thumbnail(96);
        assertThat(HeaderCheck.check(thumbnail, LIMITS)).isEqualTo(new Header(PictureFormat.JPEG, 96, 48));
    }

    private static Decoding.Picture decoded(byte[] picture, PictureLimits limits) throws ModelFault {
        return (Decoding.Picture) assertThat(pool.decode(picture, limits))
                .isInstanceOf(Decoding.Picture.class)
                .actual();
    }

    private static void assertColour(Frame frame, int x, int y, int expected) {
        int actual = frame.pixels()[y * frame.width() + x];
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 0xff)
                    .as("%06x for %06x", actual, expected)
                    .isBetween((expected >> shift & 0xff) - 16, (expected >> shift & 0xff) + 16);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = DecoderPoolTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static BufferedImage flat(int width, int height, Color colour) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static BufferedImage scene(int seed, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(width), random.nextInt(height), width / 7, height / 5);
        }
        graphics.dispose();
        for (int i = 0; i < width * height / 50; i++) {
            image.setRGB(random.nextInt(width), random.nextInt(height), random.nextInt(0x1000000));
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /// @param apart whether the still picture is no frame of the animation; otherwise it is the first
    private static byte[] animatedPng(BufferedImage still, boolean apart, BufferedImage... frames) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        byte[] png = written(still, "png");
        out.write(png, 0, dataAt(png)); // with the palette that all frames share
        chunk(out, "acTL", ByteBuffer.allocate(8).putInt(frames.length).array());
        int sequence = 0;
        if (apart) {
            chunk(out, "IDAT", data(png));
        }
        for (int i = 0; i < frames.length; i++) {
            var control = ByteBuffer.allocate(26)
                    .putInt(sequence++)
                    .putInt(frames[i].getWidth())
                    .putInt(frames[i].getHeight());
            chunk(out, "fcTL", control.array());
            byte[] data = data(written(frames[i], "png"));
            if (i == 0 && !apart) {
                chunk(out, "IDAT", data);
            } else {
                chunk(
                        out,
                        "fdAT",
                        ByteBuffer.allocate(4 + data.length)
                                .putInt(sequence++)
                                .put(data)
                                .array());
            }
        }
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static int dataAt(byte[] png) {
        var chunks = ByteBuffer.wrap(png);
        int at = 8;
        while (!new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
            at += 12 + chunks.getInt(at);
        }
        return at;
    }

    /// The packed pixels of a PNG as ImageIO writes it.
    private static byte[] data(byte[] png) throws IOException {
        var data = new ByteArrayOutputStream();
        var chunks = ByteBuffer.wrap(png);
        for (int at = 8; at < png.length; at += 12 + chunks.getInt(at)) {
            if (new String(png, at + 4, 4, StandardCharsets.US_ASCII).equals("IDAT")) {
                data.write(png, at + 8, chunks.getInt(at));
            }
        }
        return data.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        out.writeInt(data.length);
        out.writeBytes(name);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] gif(List<BufferedImage> frames, String disposal) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var frame : frames) {
                var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
                var root = (IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0");
                var control = new IIOMetadataNode("GraphicControlExtension");
                control.setAttribute("disposalMethod", disposal);
                control.setAttribute("userInputFlag", "FALSE");
                control.setAttribute("transparentColorFlag", "FALSE");
                control.setAttribute("delayTime", "10");
                control.setAttribute("transparentColorIndex", "0");
                root.appendChild(control);
                metadata.setFromTree("javax_imageio_gif_image_1.0", root);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// Behind the header, a chunk of packed text.
    private static byte[] withPackedText(byte[] png, int unpacked) throws IOException {
        var text = new ByteArrayOutputStream();
        text.write("zTXtbomb\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var packed = new DeflaterOutputStream(text)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < unpacked >> 20; i++) {
                packed.write(zeros);
            }
        }
        var crc = new CRC32();
        crc.update(text.toByteArray());
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            int headerEnd = 33;
            out.write(png, 0, headerEnd);
            out.writeInt(text.size() - 4);
            text.writeTo(out);
            out.writeInt((int) crc.getValue());
            out.write(png, headerEnd, png.length - headerEnd);
        }
        return bytes.toByteArray();
    }
}
