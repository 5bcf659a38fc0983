package dev.docket.model.picture;

import dev.docket.model.picture.AnimationReader.Disposal;
import dev.docket.model.picture.AnimationReader.Placement;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/// The frames of an animated PNG, which the platform's decoder knows nothing of: each is written
/// anew as a PNG of its own, under the picture's header with the frame's size, and decoded as such.
///
/// What is shown where animations are not understood need not be one of the frames; it is looked at
/// as well, before them, because some see only that.
final class AnimatedPng implements AnimationReader.Frames {
    private static final int SIGNATURE = 8;
    /// Length, name and checksum.
    private static final int AROUND = 12;

    private static final int FRAME_CONTROL = 26;
    private static final int SEQUENCE = 4;
    private static final int HEADER_DATA = 13;

    private final ImageReader reader;
    private final byte[] picture;
    private final byte[] header;
    private final List<Chunk> shared;
    private final List<Still> stills;

    /// @param at where its data begins
    private record Chunk(String name, int at, int length) {}

    /// One frame before it is decoded.
    private static final class Still {
        private final Placement placement;
        private final int width;
        private final int height;
        private final List<Chunk> data = new ArrayList<>();

        Still(Placement placement, int width, int height) {
            this.placement = placement;
            this.width = width;
            this.height = height;
        }
    }

    private AnimatedPng(ImageReader reader, byte[] picture, byte[] header, List<Chunk> shared, List<Still> stills) {
        this.reader = reader;
        this.picture = picture;
        this.header = header;
        this.shared = shared;
        this.stills = stills;
    }

    /// Empty for a PNG that does not move.
    ///
    /// @throws IOException when its chunks contradict each other
    static Optional<AnimatedPng> read(byte[] picture, Header size, ImageReader reader) throws IOException {
        var chunks = chunks(picture);
        boolean moves = chunks.stream()
                .takeWhile(chunk -> !chunk.name().equals("IDAT"))
                .anyMatch(chunk -> chunk.name().equals("acTL"));
        if (!moves || chunks.getFirst().length() != HEADER_DATA) {
            return Optional.empty();
        }
        var header = new byte[HEADER_DATA];
        System.arraycopy(picture, chunks.getFirst().at(), header, 0, HEADER_DATA);
        var shared = chunks.stream()
                .takeWhile(chunk -> !chunk.name().equals("IDAT"))
                .filter(chunk ->
                        List.of("PLTE", "tRNS", "gAMA", "sRGB", "cHRM", "sBIT").contains(chunk.name()))
                .toList();
        return Optional.of(new AnimatedPng(reader, picture, header, shared, stills(picture, chunks, size)));
    }

    private static List<Chunk> chunks(byte[] picture) {
        var bytes = ByteBuffer.wrap(picture);
        var chunks = new ArrayList<Chunk>();
        for (long at = SIGNATURE; at + AROUND <= picture.length; ) {
            int length = bytes.getInt((int) at);
            if (length < 0 || at + AROUND + length > picture.length) {
                break;
            }
            String name = new String(picture, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Chunk(name, (int) at + 8, length));
            at += AROUND + length;
        }
        return chunks;
    }

    private static List<Still> stills(byte[] picture, List<Chunk> chunks, Header size) throws IOException {
        var stills = new ArrayList<Still>();
        @Nullable Still current = null;
        for (Chunk chunk : chunks) {
            switch (chunk.name()) {
                case "fcTL" -> {
                    current = still(picture, chunk, size);
                    stills.add(current);
                }
                case "IDAT" -> {
                    if (current == null) {
                        current = new Still(new Placement(0, 0, false, Disposal.CLEAR), size.width(), size.height());
                        stills.add(current);
                    }
                    current.data.add(chunk);
                }
                case "fdAT" -> {
                    if (current == null || chunk.length() < SEQUENCE) {
                        throw new IOException("A frame's data stands before the frame");
                    }
                    current.data.add(new Chunk("fdAT", chunk.at() + SEQUENCE, chunk.length() - SEQUENCE));
                }
                default -> {
                    // Nothing that moves.
                }
            }
        }
        stills.removeIf(still -> still.data.isEmpty());
        return stills;
    }

    private static Still still(byte[] picture, Chunk control, Header size) throws IOException {
        if (control.length() != FRAME_CONTROL) {
            throw new IOException("A frame's control is not of its size");
        }
        var bytes = ByteBuffer.wrap(picture);
        int at = control.at() + SEQUENCE;
        int width = bytes.getInt(at);
        int height = bytes.getInt(at + 4);
        int left = bytes.getInt(at + 8);
        int top = bytes.getInt(at + 12);
        boolean fits = width > 0
                && height > 0
                && left >= 0
                && top >= 0
                && (long) left + width <= size.width()
                && (long) top + height <= size.height();
        if (!fits) {
            throw new IOException("A frame lies outside the picture");
        }
        var disposal = switch (picture[at + 20]) {
            case 1 -> Disposal.CLEAR;
            case 2 -> Disposal.RESTORE;
            default -> Disposal.KEEP;
        };
        return new Still(new Placement(left, top, picture[at + 21] == 1, disposal), width, height);
    }

    int count() {
        return stills.size();
    }

    @Override
    public Placement at(int index) {
        return stills.get(index).placement;
    }

    @Override
    public BufferedImage image(int index) throws IOException {
        var still = stills.get(index);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(png(still)))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != still.width || reader.getHeight(0) != still.height) {
                throw new IOException("The decoder reads other dimensions than the frame has");
            }
            return reader.read(0);
        }
    }

    private byte[] png(Still still) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.write(picture, 0, SIGNATURE);
        byte[] sized = header.clone();
        ByteBuffer.wrap(sized).putInt(still.width).putInt(still.height);
        write(out, "IHDR", sized, 0, sized.length);
        for (Chunk chunk : shared) {
            write(out, chunk.name(), picture, chunk.at(), chunk.length());
        }
        for (Chunk chunk : still.data) {
            write(out, "IDAT", picture, chunk.at(), chunk.length());
        }
        write(out, "IEND", picture, 0, 0);
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String name, byte[] data, int at, int length) throws IOException {
        byte[] called = name.getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(called);
        sum.update(data, at, length);
        out.writeInt(length);
        out.write(called);
        out.write(data, at, length);
        out.writeInt((int) sum.getValue());
    }
}
