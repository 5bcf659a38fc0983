package dev.docket.model.image;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Reads untrusted images of bounded size. The header's dimensions are looked at before anything is decoded, large ones
/// are read at a fraction of their rows and columns, and nothing touches the disk. What cannot be read has no hash: a
/// person sees the image all the same.
public final class Pictures {
    private static final long MOST_PIXELS = 50_000_000;
    /// Hashing costs a pass over every pixel; beyond two megapixels it only costs.
    private static final long ENOUGH_PIXELS = 2_000_000;

    private static final int MOST_SIDE = 20_000;
    private static final int LEAST_SIDE = 8;

    static {
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /// The hash of an image in a format that the Java platform reads: JPEG, PNG, GIF, BMP, WBMP, TIFF.
    public static Optional<PdqHash> hash(byte[] image) {
        return read(image).map(picture -> Pdq.hash(pixels(picture), picture.getWidth(), picture.getHeight()));
    }

    /// The hashes of the image in its eight positions, the original first; empty where [#hash] is.
    public static List<PdqHash> dihedral(byte[] image) {
        return read(image)
                .map(picture -> Pdq.dihedral(pixels(picture), picture.getWidth(), picture.getHeight()))
                .orElse(List.of());
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    private static Optional<BufferedImage> read(byte[] bytes) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            // Decoders throw anything at all for a damaged image.
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean bearable = Math.min(width, height) >= LEAST_SIDE
                && Math.max(width, height) <= MOST_SIDE
                && (long) width * height <= MOST_PIXELS;
        if (!bearable) {
            return Optional.empty();
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) width * height / ENOUGH_PIXELS));
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return Optional.of(onWhite(reader.read(0, parameters)));
    }

    private static BufferedImage onWhite(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            graphics.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return opaque;
    }
}
