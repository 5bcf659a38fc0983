package dev.docket.model.picture;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/// Plays an animation on a canvas, as a browser does, and keeps a few of what it shows.
///
/// A frame may hold no more than what changes, so each is drawn on those before it. Animations
/// too long to be played are played in part.
final class AnimationReader {
    private static final int MOST_PLAYED = 1_000;
    private static final long MOST_PIXELS = 300_000_000;

    private final Header header;
    private final Frames frames;
    private final int count;
    private final PictureLimits limits;
    private final BufferedImage canvas;

    AnimationReader(Header header, Frames frames, int count, PictureLimits limits) {
        this.header = header;
        this.frames = frames;
        this.count = count;
        this.limits = limits;
        canvas = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_INT_ARGB);
    }

    Decoding read() throws IOException {
        int played = (int) Math.clamp(MOST_PIXELS / header.pixels(), 1, Math.min(count, MOST_PLAYED));
        var wanted = spread(played, limits.mostFrames());
        var kept = new ArrayList<Frame>();
        int seen = 0;
        while (seen < played && show(seen)) {
            if (wanted.contains(seen)) {
                kept.add(kept(seen));
            }
            clear(frames.at(seen));
            seen++;
        }
        if (kept.isEmpty()) {
            return new Decoding.Refused(Refusal.UNREADABLE);
        }
        return new Decoding.Picture(header.format(), header.width(), header.height(), count, seen, kept);
    }

    /// The first, the last, and in between at equal distances.
    static TreeSet<Integer> spread(int count, int most) {
        var indexes = new TreeSet<Integer>();
        int kept = Math.min(count, most);
        for (int i = 0; i < kept; i++) {
            indexes.add(kept == 1 ? 0 : (int) ((long) i * (count - 1) / (kept - 1)));
        }
        return indexes;
    }

    private @Nullable BufferedImage before;

    /// @return whether the frame could be read; what follows one that could not is not looked at
    private boolean show(int index) throws IOException {
        BufferedImage image;
        try {
            image = frames.image(index);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
        var placement = frames.at(index);
        before = placement.disposal() == Disposal.RESTORE ? copy() : null;
        var graphics = canvas.createGraphics();
        try {
            if (!placement.blended()) {
                graphics.setComposite(AlphaComposite.Src);
            }
            graphics.drawImage(image, placement.left(), placement.top(), null);
        } finally {
            graphics.dispose();
        }
        last = image;
        return true;
    }

    private @Nullable BufferedImage last;

    private void clear(Placement placement) {
        if (placement.disposal() == Disposal.KEEP || last == null) {
            return;
        }
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setComposite(placement.disposal() == Disposal.CLEAR ? AlphaComposite.Clear : AlphaComposite.Src);
            if (placement.disposal() == Disposal.CLEAR) {
                graphics.fillRect(placement.left(), placement.top(), last.getWidth(), last.getHeight());
            } else if (before != null) {
                graphics.drawImage(before, 0, 0, null);
            }
        } finally {
            graphics.dispose();
        }
    }

    private BufferedImage copy() {
        var copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), canvas.getType());
        copy.setData(canvas.getRaster());
        return copy;
    }

    private Frame kept(int index) {
        int step = PictureReader.step(header.pixels(), index == 0 ? limits.framePixels() : limits.laterFramePixels());
        int columns = (header.width() + step - 1) / step;
        int rows = (header.height() + step - 1) / step;
        var small = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                small.setRGB(column, row, canvas.getRGB(column * step, row * step));
            }
        }
        return PictureReader.frame(index, small);
    }

    /// What becomes of a frame's place when its time is over.
    enum Disposal {
        KEEP,
        CLEAR,
        RESTORE
    }

    /// @param blended drawn over what is there, where it is transparent; otherwise in its place
    record Placement(int left, int top, boolean blended, Disposal disposal) {}

    /// What each frame shows, and where it goes.
    interface Frames {
        BufferedImage image(int index) throws IOException;

        Placement at(int index) throws IOException;
    }

    /// The frames of a GIF; their places are in the metadata that the platform's decoder gives.
    record Gif(ImageReader reader) implements Frames {
        private static final String METADATA = "javax_imageio_gif_image_1.0";

        @Override
        public BufferedImage image(int index) throws IOException {
            return reader.read(index);
        }

        @Override
        public Placement at(int index) throws IOException {
            var root = (javax.imageio.metadata.IIOMetadataNode)
                    reader.getImageMetadata(index).getAsTree(METADATA);
            int left = 0;
            int top = 0;
            var disposal = Disposal.KEEP;
            for (var node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
                var element = (javax.imageio.metadata.IIOMetadataNode) node;
                if (element.getNodeName().equals("ImageDescriptor")) {
                    left = Integer.parseInt(element.getAttribute("imageLeftPosition"));
                    top = Integer.parseInt(element.getAttribute("imageTopPosition"));
                } else if (element.getNodeName().equals("GraphicControlExtension")) {
                    disposal = switch (element.getAttribute("disposalMethod")) {
                        case "restoreToBackgroundColor" -> Disposal.CLEAR;
                        case "restoreToPrevious" -> Disposal.RESTORE;
                        default -> Disposal.KEEP;
                    };
                }
            }
            return new Placement(left, top, true, disposal);
        }
    }

    /// The frames of a WebP; their places are in the file's own chunks, which the decoder keeps to itself.
    record Webp(ImageReader reader, List<Placement> placements) implements Frames {
        private static final int HEADER = 12;
        private static final int CHUNK_HEADER = 8;
        private static final int FLAGS_AT = 15;

        static Webp read(byte[] picture, ImageReader reader) {
            var placements = new ArrayList<Placement>();
            long at = HEADER;
            while (at + CHUNK_HEADER + FLAGS_AT < picture.length) {
                int chunk = (int) at;
                long size = number(picture, chunk + 4, 3) | (long) (picture[chunk + 7] & 0xff) << 24;
                if (picture[chunk] == 'A'
                        && picture[chunk + 1] == 'N'
                        && picture[chunk + 2] == 'M'
                        && picture[chunk + 3] == 'F') {
                    int flags = picture[chunk + CHUNK_HEADER + FLAGS_AT];
                    placements.add(new Placement(
                            2 * number(picture, chunk + CHUNK_HEADER, 3),
                            2 * number(picture, chunk + CHUNK_HEADER + 3, 3),
                            (flags & 2) == 0,
                            (flags & 1) == 0 ? Disposal.KEEP : Disposal.CLEAR));
                }
                at += CHUNK_HEADER + size + (size & 1);
            }
            return new Webp(reader, placements);
        }

        private static int number(byte[] bytes, int at, int length) {
            int number = 0;
            for (int i = 0; i < length; i++) {
                number |= (bytes[at + i] & 0xff) << 8 * i;
            }
            return number;
        }

        @Override
        public BufferedImage image(int index) throws IOException {
            return reader.read(index);
        }

        @Override
        public Placement at(int index) throws IOException {
            if (index >= placements.size()) {
                throw new IOException("There is no chunk for frame " + index);
            }
            return placements.get(index);
        }
    }
}
