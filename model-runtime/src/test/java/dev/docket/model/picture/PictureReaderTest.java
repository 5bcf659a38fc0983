package dev.docket.model.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureReaderTest {
    /// However the platform keeps them: as bytes for red, green and blue, as greys or by a palette.
    @ParameterizedTest
    @CsvSource({
        "jpeg, " + BufferedImage.TYPE_INT_RGB,
        "jpeg, " + BufferedImage.TYPE_BYTE_GRAY,
        "png, " + BufferedImage.TYPE_3BYTE_BGR,
        "png, " + BufferedImage.TYPE_BYTE_INDEXED,
        "bmp, " + BufferedImage.TYPE_3BYTE_BGR
    })
    void pixelsAreThoseThatThePlatformReads(String format, int type) throws IOException {
        byte[] file = noise(format, type);
        var picture = (Decoding.Picture) new PictureReader(file, PictureLimits.STANDARD).read();

        var asRead = ImageIO.read(new ByteArrayInputStream(file));
        int[] pixels = asRead.getRGB(0, 0, asRead.getWidth(), asRead.getHeight(), null, 0, asRead.getWidth());
        int[] opaque = Arrays.stream(pixels).map(pixel -> pixel & 0xffffff).toArray();
        assertThat(picture.frames()).singleElement().satisfies(frame -> {
            assertThat(frame.width()).isEqualTo(asRead.getWidth());
            assertThat(frame.pixels()).isEqualTo(opaque);
        });
    }

    private static byte[] noise(String format, int type) throws IOException {
        var random = new Random(3);
        var picture = new BufferedImage(61, 43, type);
        for (int i = 0; i < 61 * 43; i++) {
            picture.setRGB(i % 61, i / 61, random.nextInt(0x1000000) | 0xff000000);
        }
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
