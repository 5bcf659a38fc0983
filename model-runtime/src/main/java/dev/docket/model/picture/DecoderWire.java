package dev.docket.model.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a decoding process is sent and what it answers, every part with its length before it.
///
/// The answer comes from a process that has read hostile bytes, so whoever reads it believes
/// nothing that the limits do not allow.
final class DecoderWire {
    /// What a process sends when it is ready for its first picture.
    static final int READY = 0x446f636b;

    private static final int REFUSED = 0;
    private static final int DECODED = 1;
    private static final int BYTES_A_PIXEL = 3;

    private DecoderWire() {}

    static void ask(DataOutputStream out, byte[] picture, PictureLimits limits) throws IOException {
        out.writeInt(picture.length);
        out.write(picture);
        out.writeLong(limits.mostBytes());
        out.writeLong(limits.mostPixels());
        out.writeInt(limits.mostSide());
        out.writeInt(limits.mostRatio());
        out.writeLong(limits.ratioFrom());
        out.writeInt(limits.framePixels());
        out.writeInt(limits.laterFramePixels());
        out.writeInt(limits.mostFrames());
        out.writeLong(limits.time().toNanos());
        out.flush();
    }

    /// What was asked; the end of the stream is an `EOFException`.
    static PictureReader asked(DataInputStream in) throws IOException {
        var picture = new byte[in.readInt()];
        in.readFully(picture);
        var limits = new PictureLimits(
                in.readLong(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                Duration.ofNanos(in.readLong()));
        return new PictureReader(picture, limits);
    }

    static void answer(DataOutputStream out, Decoding decoding) throws IOException {
        switch (decoding) {
            case Decoding.Refused(Refusal refusal) -> {
                out.writeByte(REFUSED);
                out.writeByte(refusal.ordinal());
            }
            case Decoding.Picture picture -> {
                out.writeByte(DECODED);
                out.writeByte(picture.format().ordinal());
                out.writeInt(picture.width());
                out.writeInt(picture.height());
                out.writeInt(picture.frameCount());
                out.writeInt(picture.framesSeen());
                out.writeInt(picture.frames().size());
                for (var frame : picture.frames()) {
                    answer(out, frame);
                }
            }
        }
        out.flush();
    }

    private static void answer(DataOutputStream out, Frame frame) throws IOException {
        out.writeInt(frame.index());
        out.writeInt(frame.width());
        out.writeInt(frame.height());
        var bytes = new byte[frame.pixels().length * BYTES_A_PIXEL];
        for (int i = 0; i < frame.pixels().length; i++) {
            int pixel = frame.pixels()[i];
            bytes[BYTES_A_PIXEL * i] = (byte) (pixel >> 16);
            bytes[BYTES_A_PIXEL * i + 1] = (byte) (pixel >> 8);
            bytes[BYTES_A_PIXEL * i + 2] = (byte) pixel;
        }
        out.write(bytes);
    }

    /// @throws IOException also for an answer that breaks the limits
    static Decoding answered(DataInputStream in, PictureLimits limits) throws IOException {
        return switch (in.readByte()) {
            case REFUSED -> new Decoding.Refused(one(Refusal.values(), in.readByte()));
            case DECODED -> picture(in, limits);
            default -> throw new IOException("A decoding process answered with something else");
        };
    }

    private static Decoding picture(DataInputStream in, PictureLimits limits) throws IOException {
        var format = one(PictureFormat.values(), in.readByte());
        int width = within(in.readInt(), limits.mostSide());
        int height = within(in.readInt(), limits.mostSide());
        int frameCount = within(in.readInt(), Integer.MAX_VALUE);
        int framesSeen = within(in.readInt(), frameCount);
        int kept = within(in.readInt(), limits.mostFrames());
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            frames.add(frame(in, limits));
        }
        return new Decoding.Picture(format, width, height, frameCount, framesSeen, frames);
    }

    private static Frame frame(DataInputStream in, PictureLimits limits) throws IOException {
        int index = in.readInt();
        int width = within(in.readInt(), limits.mostSide());
        int height = within(in.readInt(), limits.mostSide());
        int size = within((long) width * height, limits.framePixels());
        var bytes = new byte[size * BYTES_A_PIXEL];
        in.readFully(bytes);
        int[] pixels = new int[size];
        for (int i = 0; i < size; i++) {
            pixels[i] = (bytes[BYTES_A_PIXEL * i] & 0xff) << 16
                    | (bytes[BYTES_A_PIXEL * i + 1] & 0xff) << 8
                    | bytes[BYTES_A_PIXEL * i + 2] & 0xff;
        }
        return new Frame(index, width, height, pixels);
    }

    private static int within(long number, long most) throws IOException {
        if (number < 1 || number > most) {
            throw new IOException("A decoding process answered with numbers beyond its limits");
        }
        return (int) number;
    }

    private static <T> T one(T[] values, int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= values.length) {
            throw new IOException("A decoding process answered with an unknown word");
        }
        return values[ordinal];
    }
}
