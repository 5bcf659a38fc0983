package dev.docket.model.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdqTest {
    @Test
    void theSamePictureInAnotherSizeIsAlike() throws IOException {
        var large = Pictures.hash(png(scene(1, 640, 480))).orElseThrow();
        var small = Pictures.hash(png(scaled(scene(1, 640, 480), 320, 240))).orElseThrow();
        var other = Pictures.hash(png(scene(2, 640, 480))).orElseThrow();

        assertThat(large.isLike(small)).isTrue();
        assertThat(large.distance(other)).isGreaterThan(60);
    }

    @Test
    void aFlatPictureSaysNothing() throws IOException {
        var flat = Pictures.hash(png(new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB)))
                .orElseThrow();
        assertThat(flat.isTelling()).isFalse();
        assertThat(flat.isLike(flat)).isFalse();
    }

    @Test
    void aHashIsReadAndWritten() {
        String hex = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
        var hash = PdqHash.parse(hex).orElseThrow();
        assertThat(hash.toHex()).isEqualTo(hex);
        assertThat(PdqHash.fromBytes(hash.toBytes(), 100)).isEqualTo(hash);
        assertThat(PdqHash.parse(hex.replace('f', 'x'))).isEmpty();
        assertThat(PdqHash.parse("f8")).isEmpty();
    }

    @Test
    void anImageTooLargeToDecodeIsRefusedByItsHeader() throws IOException {
        byte[] small = png(scene(1, 64, 64));
        // The header of a PNG says width and height at 16; its checksum is not looked at before the dimensions.
        byte[] bomb =
                ByteBuffer.wrap(small).putInt(16, 60_000).putInt(20, 60_000).array();
        assertThat(Pictures.hash(bomb)).isEmpty();
        assertThat(Pictures.hash(new byte[] {1, 2, 3})).isEmpty();
        assertThat(Pictures.hash(java.util.Arrays.copyOf(small, small.length / 2)))
                .isNotNull();
    }

    /// Against the hashes that the reference prints for its test images, in the folder that
    /// `docket.pdq` or `DOCKET_PDQ` names.
    @Test
    void itAgreesWithTheReference() throws IOException {
        @Nullable String folder = System.getProperty("docket.pdq", System.getenv("DOCKET_PDQ"));
        assumeTrue(folder != null, "no folder of reference images");
        Path images = Path.of(java.util.Objects.requireNonNull(folder));

        // PDQHasherTest of the reference in Java, which decodes as this does.
        assertThat(hash(images.resolve("dih/bridge-1-original.jpg")).toHex())
                .isEqualTo("f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22");
        assertThat(hash(images.resolve("dih/bridge-2-rotate-90.jpg")).toHex())
                .isEqualTo("30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af");
        assertThat(hash(images.resolve("labelme-subset/q0003.jpg")).quality()).isEqualTo(3);
        assertThat(hash(images.resolve("labelme-subset/q0004.jpg")).quality()).isEqualTo(4);
        var positions = Pictures.dihedral(Files.readAllBytes(images.resolve("dih/bridge-1-original.jpg")));
        var turned = published(images).stream()
                .filter(line -> line[0].startsWith("dih/"))
                .limit(positions.size())
                .toList();
        for (int i = 0; i < positions.size(); i++) {
            var published = PdqHash.parse(turned.get(i)[1]).orElseThrow();
            assertThat(positions.get(i).distance(published))
                    .as(turned.get(i)[0])
                    .isLessThanOrEqualTo(20);
        }
        for (var line : published(images)) {
            var published = PdqHash.parse(line[1]).orElseThrow();
            assertThat(hash(images.resolve(line[0])).distance(published))
                    .as(line[0])
                    .isLessThanOrEqualTo(16);
        }
    }

    /// What the reference in C++ gives for the same pixels.
    @ParameterizedTest
    @CsvSource({
        "8,8,b4e97a50c46ea64dc31ee13c5b922f05a9b5d07aa4ed1e43bc61d9323b1185af,51",
        "64,64,2ffc5003bfec40039ff5600bafe5400a3ef5888d336588ca773788cd67339ace,100",
        "63,200,deea29925aaa2552caf514a5096d3249e4d9191b66331ce7e3c71e0ef07a0fec,100",
        "257,511,0e6a50dc2ffa025c3fea2274fffa2674f9faee68fdb8de40fd981e20f1001000,100",
        "640,480,df465af9ff6268d9ff206addffa2ea5dffa0c9085780e9005698e9224098a902,93",
        "1600,1004,b3f14c4eb3b17c8ce1717eeee1597ea4c5593a24c0c8bf32c0cc2723d0cca731,51"
    })
    void ofTheSamePixelsEveryBitIsTheReferences(int width, int height, String hash, int quality) {
        int[] pixels = new int[width * height];
        var random = new Random(width * 31L + height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = (x * 255 / width) << 16 | (y * 255 / height) << 8 | (x * y / 7) & 255;
                pixels[y * width + x] = (pixel + (random.nextInt(32) << 8)) & 0xffffff;
            }
        }
        var ours = Pdq.hash(pixels, width, height);
        assertThat(ours.toHex()).isEqualTo(hash);
        assertThat(ours.quality()).isEqualTo(quality);
    }

    @Test
    void aPictureOfAHandfulOfPixelsSaysNothing() {
        assertThat(Pdq.hash(new int[12], 3, 4).isTelling()).isFalse();
        assertThat(Pdq.dihedral(new int[12], 3, 4)).hasSize(8).allMatch(hash -> !hash.isTelling());
    }

    @Test
    void aPictureIsKnownInAllItsPositions() {
        var image = scene(4, 512, 512);
        var positions = Pdq.dihedral(pixels(image), 512, 512);
        assertThat(positions).hasSize(8).first().isEqualTo(Pdq.hash(pixels(image), 512, 512));
        assertThat(positions)
                .allSatisfy(one -> assertThat(positions.stream()
                                .filter(other -> other != one)
                                .mapToInt(one::distance)
                                .min()
                                .orElseThrow())
                        .isGreaterThan(60));
        int[] turned = new int[512 * 512];
        for (int position = 1; position < 8; position++) {
            for (int row = 0; row < 512; row++) {
                for (int column = 0; column < 512; column++) {
                    turned[row * 512 + column] = turned(image, position, row, column);
                }
            }
            assertThat(Pdq.hash(turned, 512, 512).distance(positions.get(position)))
                    .as("position %d", position)
                    .isLessThanOrEqualTo(PdqHash.ALIKE);
        }
    }

    private static int turned(BufferedImage image, int position, int row, int column) {
        int last = 511;
        return switch (position) {
            case 1 -> image.getRGB(last - row, column);
            case 2 -> image.getRGB(last - column, last - row);
            case 3 -> image.getRGB(row, last - column);
            case 4 -> image.getRGB(column, last - row);
            case 5 -> image.getRGB(last - column, row);
            case 6 -> image.getRGB(row, column);
            default -> image.getRGB(last - row, last - column);
        };
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static List<String[]> published(Path images) throws IOException {
        return Files.readAllLines(images.resolve("expected_pdq.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(line -> line[1].length() == 64)
                .toList();
    }

    private static PdqHash hash(Path image) throws IOException {
        return Pictures.hash(Files.readAllBytes(image)).orElseThrow();
    }

    private static BufferedImage scene(int seed, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(
                    random.nextInt(width), random.nextInt(height), 20 + random.nextInt(120), 20 + random.nextInt(120));
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return smaller;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
