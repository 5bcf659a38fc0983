package dev.docket.model.picture;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// One decoded frame: of a still picture the only one.
///
/// @param index of the frame in its animation or video, from 0
/// @param pixels `0xRRGGBB` by rows, transparent ones on white; not copied, so not to be
///     written to
public record Frame(int index, int width, int height, int[] pixels) {
    public Frame {
        if (width <= 0 || height <= 0 || pixels.length != width * height) {
            throw new IllegalArgumentException(
                    "A frame of %d x %d with %d pixels".formatted(width, height, pixels.length));
        }
    }

    /// A small JPEG of the frame, for lists and filmstrips.
    ///
    /// @param mostSide pixels of its longer side; a smaller frame is not enlarged
    public byte[] thumbnail(int mostSide) {
        double scale = Math.min(1, (double) mostSide / Math.max(width, height));
        int columns = Math.max(1, (int) Math.round(width * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        var small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image(), 0, 0, columns, rows, null);
        } finally {
            graphics.dispose();
        }
        return jpeg(small);
    }

    private BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static byte[] jpeg(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing that is written to memory fails", e);
        }
        return bytes.toByteArray();
    }
}
