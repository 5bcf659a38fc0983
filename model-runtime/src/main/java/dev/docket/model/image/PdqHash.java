package dev.docket.model.image;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/// A 256-bit perceptual hash: images that look alike differ in few bits.
///
/// @param quality 0..100, how much there is to see; below [#LEAST_QUALITY] the hash says nothing, for flat pictures all
///     look alike
public record PdqHash(long first, long second, long third, long fourth, int quality) {
    public static final int BYTES = 32;
    public static final int LEAST_QUALITY = 50;
    /// The usual distance up to which two images are taken for one.
    public static final int ALIKE = 31;

    public static PdqHash fromBytes(byte[] bytes, int quality) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a PDQ hash has " + BYTES + " bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new PdqHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong(), quality);
    }

    /// Reads 64 hexadecimal digits; empty for anything else. The quality of such a hash is taken for the best.
    public static Optional<PdqHash> parse(String hex) {
        boolean wellFormed = hex.length() == 2 * BYTES && hex.chars().allMatch(HexFormat::isHexDigit);
        return wellFormed ? Optional.of(fromBytes(HexFormat.of().parseHex(hex), 100)) : Optional.empty();
    }

    /// Reads 256 noughts and ones, as a database writes them.
    public static PdqHash fromBits(String bits, int quality) {
        if (bits.length() != BYTES * Byte.SIZE) {
            throw new IllegalArgumentException("a PDQ hash has " + BYTES * Byte.SIZE + " bits");
        }
        return new PdqHash(word(bits, 0), word(bits, 1), word(bits, 2), word(bits, 3), quality);
    }

    private static long word(String bits, int word) {
        return Long.parseUnsignedLong(bits, word * Long.SIZE, (word + 1) * Long.SIZE, 2);
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    public String toHex() {
        return HexFormat.of().formatHex(toBytes());
    }

    /// Bits that differ, 0..256.
    public int distance(PdqHash other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /// Whether both show something, and the same.
    public boolean isLike(PdqHash other) {
        return isTelling() && other.isTelling() && distance(other) <= ALIKE;
    }

    public boolean isTelling() {
        return quality >= LEAST_QUALITY;
    }
}
