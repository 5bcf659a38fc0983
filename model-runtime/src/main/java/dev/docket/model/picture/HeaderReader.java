package dev.docket.model.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Finds width and height in the header of each format.
enum HeaderReader {
    PNG(PictureFormat.PNG, "\u0089PNG\r\n\u001a\n", 0, 24) {
        @Override
        Header sized(ByteBuffer bytes) {
            return header(bytes.getInt(16), bytes.getInt(20));
        }
    },
    GIF(PictureFormat.GIF, "GIF8", 0, 10) {
        @Override
        Header sized(ByteBuffer bytes) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return header(bytes.getChar(6), bytes.getChar(8));
        }
    },
    BMP(PictureFormat.BMP, "BM", 0, 26) {
        @Override
        Header sized(ByteBuffer bytes) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            boolean old = bytes.getInt(14) == OLD_BMP;
            // A negative height says that the rows come from the top.
            return old
                    ? header(bytes.getChar(18), bytes.getChar(20))
                    : header(bytes.getInt(18), Math.absExact(bytes.getInt(22)));
        }
    },
    WEBP(PictureFormat.WEBP, "WEBP", 8, 30) {
        @Override
        Header sized(ByteBuffer bytes) {
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            return switch (bytes.get(15)) {
                case 'X' -> header(1 + (bytes.getInt(24) & 0xffffff), 1 + (bytes.getInt(26) >>> 8));
                case 'L' -> {
                    int packed = bytes.getInt(21);
                    yield header(1 + (packed & FOURTEEN_BITS), 1 + (packed >>> 14 & FOURTEEN_BITS));
                }
                default -> header(bytes.getChar(26) & FOURTEEN_BITS, bytes.getChar(28) & FOURTEEN_BITS);
            };
        }
    },
    JPEG(PictureFormat.JPEG, "\u00ff\u00d8\u00ff", 0, 4) {
        /// Walks from segment to segment up to the one that begins a frame.
        @Override
        Header sized(ByteBuffer bytes) {
            int at = 2;
            while (true) {
                int marker = bytes.getChar(at);
                if (marker == 0xffff) {
                    at++;
                } else if (beginsFrame(marker)) {
                    return header(bytes.getChar(at + 7), bytes.getChar(at + 5));
                } else {
                    at += 2 + bytes.getChar(at + 2);
                }
            }
        }
    };

    private static final int OLD_BMP = 12;
    private static final int FOURTEEN_BITS = 0x3fff;

    private final PictureFormat format;
    private final byte[] magic;
    private final int magicAt;
    private final int least;

    HeaderReader(PictureFormat format, String magic, int magicAt, int least) {
        this.format = format;
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
        this.magicAt = magicAt;
        this.least = least;
    }

    abstract Header sized(ByteBuffer bytes);

    static Optional<HeaderReader> of(byte[] picture) {
        return Arrays.stream(values()).filter(reader -> reader.knows(picture)).findFirst();
    }

    private boolean knows(byte[] picture) {
        int end = magicAt + magic.length;
        return picture.length >= end && Arrays.equals(picture, magicAt, end, magic, 0, magic.length);
    }

    /// Empty when the header is cut short or contradicts itself.
    Optional<Header> read(byte[] picture) {
        if (picture.length < least) {
            return Optional.empty();
        }
        try {
            return Optional.of(sized(ByteBuffer.wrap(picture)));
        } catch (IndexOutOfBoundsException | ArithmeticException cutShort) {
            return Optional.empty();
        }
    }

    Header header(int width, int height) {
        return new Header(format, width, height);
    }

    /// Start-of-frame markers are C0 to CF, but for three among them that mean something else.
    private static boolean beginsFrame(int marker) {
        return marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
    }
}
