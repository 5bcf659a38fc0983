package dev.docket.model.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderCheckTest {
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
    void widthAndHeightAreReadFromTheHeader(PictureFormat format) throws IOException {
        assertThat(check(written(format, 123, 45))).isEqualTo(new Header(format, 123, 45));
    }

    @Test
    void everyKindOfWebpIsRead() {
        var simple = webp("VP8 ")
                .put(23, new byte[] {(byte) 0x9d, 1, 0x2a})
                .putChar(26, (char) 550)
                .putChar(28, (char) 368);
        var lossless = webp("VP8L").put(20, (byte) 0x2f).putInt(21, 549 | 367 << 14);
        var extended = webp("VP8X").putInt(24, 549).put(27, new byte[] {(byte) (367 & 0xff), 367 >> 8, 0});
        for (var picture : new ByteBuffer[] {simple, lossless, extended}) {
            assertThat(check(picture.array())).isEqualTo(new Header(PictureFormat.WEBP, 550, 368));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEBP")
    void aHeaderCutShortIsUnreadableAndNeverThrows(PictureFormat format) throws IOException {
        byte[] whole = written(format, 123, 45);
        assertThat(check(Arrays.copyOf(whole, 9))).isEqualTo(new HeaderCheck.Refused(Refusal.UNREADABLE));
        for (int length = 0; length < Math.min(whole.length, 700); length++) {
            assertThat(check(Arrays.copyOf(whole, length))).isNotNull();
        }
    }

    @Test
    void dimensionsThatWouldFillTheMemoryAreRefused() throws IOException {
        byte[] huge = ByteBuffer.wrap(written(PictureFormat.PNG, 10, 10))
                .putInt(16, 60_000)
                .putInt(20, 60_000)
                .array();
        byte[] negative = ByteBuffer.wrap(written(PictureFormat.PNG, 10, 10))
                .putInt(16, -5)
                .array();
        byte[] longRow = ByteBuffer.wrap(written(PictureFormat.PNG, 10, 10))
                .putInt(16, 1_000_000)
                .putInt(20, 1)
                .array();
        assertThat(check(huge)).isEqualTo(new HeaderCheck.Refused(Refusal.TOO_LARGE));
        assertThat(check(negative)).isEqualTo(new HeaderCheck.Refused(Refusal.UNREADABLE));
        assertThat(check(longRow)).isEqualTo(new HeaderCheck.Refused(Refusal.TOO_LARGE));
    }

    @Test
    void whatUnpacksToManyTimesItsSizeIsABomb() throws IOException {
        assertThat(check(written(PictureFormat.PNG, 5_000, 5_000))).isEqualTo(new HeaderCheck.Refused(Refusal.BOMB));
        assertThat(check(written(PictureFormat.PNG, 1_000, 1_000))).isInstanceOf(Header.class);
    }

    @Test
    void tooManyBytesAreRefused() {
        assertThat(check(new byte[20_000_001])).isEqualTo(new HeaderCheck.Refused(Refusal.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "II*\u0000 a TIFF"})
    void otherFormatsAreUnsupported(String text) {
        assertThat(check(text.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new HeaderCheck.Refused(Refusal.UNSUPPORTED));
    }

    @Test
    void noBytesWhateverMakeItThrow() throws IOException {
        var random = new Random(7);
        for (var format : new PictureFormat[] {PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.BMP}) {
            byte[] whole = written(format, 60, 40);
            for (int i = 0; i < 2_000; i++) {
                byte[] damaged = whole.clone();
                for (int change = 0; change < 5; change++) {
                    damaged[random.nextInt(Math.min(60, damaged.length))] = (byte) random.nextInt();
                }
                assertThat(check(damaged)).isNotNull();
            }
        }
    }

    private static HeaderCheck.Result check(byte[] picture) {
        return HeaderCheck.check(picture, PictureLimits.STANDARD);
    }

    private static ByteBuffer webp(String chunk) {
        var bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(32);
        bytes.put(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private static byte[] written(PictureFormat format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format.name(), bytes))
                .isTrue();
        return bytes.toByteArray();
    }
}
