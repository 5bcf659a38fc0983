package dev.docket.model.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes one picture in this process: what runs in a process of its own, because decoders of
/// untrusted bytes may hang, fill the memory or take the process down.
final class PictureReader {
    static {
        ImageIO.setUseCache(false);
    }

    private final byte[] picture;
    private final PictureLimits limits;

    PictureReader(byte[] picture, PictureLimits limits) {
        this.picture = picture;
        this.limits = limits;
    }

    Decoding read() {
        return switch (HeaderCheck.check(picture, limits)) {
            case HeaderCheck.Refused refused -> new Decoding.Refused(refused.refusal());
            case Header header -> read(header);
        };
    }

    private Decoding read(Header header) {
        // By its header's format alone, so that no other decoder of the platform ever sees the bytes.
        var readers = ImageIO.getImageReadersByFormatName(header.format().name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            return new Decoding.Refused(Refusal.UNSUPPORTED);
        }
        ImageReader reader = readers.next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            // Metadata may be packed as tightly as a bomb; only what moves needs it, to be played.
            reader.setInput(input, false, header.format() != PictureFormat.GIF);
            return read(header, reader);
        } catch (IOException | RuntimeException damaged) {
            // Decoders throw anything at all for a damaged picture.
            return new Decoding.Refused(Refusal.UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    private Decoding read(Header header, ImageReader reader) throws IOException {
        if (header.format() == PictureFormat.PNG) {
            var animated = AnimatedPng.read(picture, header, reader);
            if (animated.isPresent() && animated.get().count() > 1) {
                return new AnimationReader(
                                header, animated.get(), animated.get().count(), limits)
                        .read();
            }
        }
        boolean mayMove = header.format() == PictureFormat.GIF || header.format() == PictureFormat.WEBP;
        int count = mayMove ? reader.getNumImages(true) : 1;
        if (count > 1) {
            var frames = header.format() == PictureFormat.GIF
                    ? new AnimationReader.Gif(reader)
                    : AnimationReader.Webp.read(picture, reader);
            return new AnimationReader(header, frames, count, limits).read();
        }
        return new Decoding.Picture(
                header.format(), header.width(), header.height(), 1, 1, List.of(still(header, reader)));
    }

    private Frame still(Header header, ImageReader reader) throws IOException {
        if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
            throw new IOException("The decoder reads other dimensions than the header check");
        }
        var parameters = reader.getDefaultReadParam();
        int step = step(header.pixels(), limits.framePixels());
        if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        var cutShort = new CutShort();
        reader.addIIOReadWarningListener(cutShort);
        var image = reader.read(0, parameters);
        if (cutShort.seen) {
            throw new IOException("The picture ends too early");
        }
        return frame(0, image);
    }

    /// Every how many rows and columns are kept.
    static int step(long pixels, int most) {
        return (int) Math.ceil(Math.sqrt((double) pixels / most));
    }

    static Frame frame(int index, BufferedImage image) {
        var opaque = image.getColorModel().hasAlpha() ? onWhite(image) : image;
        int width = opaque.getWidth();
        int height = opaque.getHeight();
        int[] pixels = opaque.getType() == BufferedImage.TYPE_3BYTE_BGR
                ? bytesTogether(opaque)
                : opaque.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return new Frame(index, width, height, pixels);
    }

    /// The same as `getRGB`, which asks the colour model about each pixel: of a JPEG that took longer than
    /// decoding it.
    private static int[] bytesTogether(BufferedImage image) {
        var whole = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = whole.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return ((DataBufferInt) whole.getRaster().getDataBuffer()).getData();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return opaque;
    }

    /// JPEG's decoder only warns when it fills up a picture's missing end with grey.
    private static final class CutShort implements IIOReadWarningListener {
        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            seen |= warning.toLowerCase(Locale.ROOT).contains("premature end");
        }
    }
}
