package dev.docket.client.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/// How a record stands in its file: `checksum length json\n`, the first two in eight hexadecimal digits each.
///
/// A line that a crash tore has no end, or too few bytes, or the wrong checksum.
final class Line {
    private static final HexFormat HEX = HexFormat.of();
    private static final int GUARD = 18;

    private Line() {}

    static byte[] guarded(byte[] json) {
        var line = new ByteArrayOutputStream(json.length + GUARD + 1);
        line.writeBytes(guard(json));
        line.writeBytes(json);
        line.write('\n');
        return line.toByteArray();
    }

    /// The JSON of a line without its end, or empty when it is not whole.
    static Optional<byte[]> checked(byte[] line) {
        if (line.length < GUARD) {
            return Optional.empty();
        }
        byte[] json = Arrays.copyOfRange(line, GUARD, line.length);
        return Arrays.equals(guard(json), Arrays.copyOf(line, GUARD)) ? Optional.of(json) : Optional.empty();
    }

    private static byte[] guard(byte[] json) {
        var crc = new CRC32();
        crc.update(json);
        String guard = HEX.toHexDigits((int) crc.getValue()) + ' ' + HEX.toHexDigits(json.length) + ' ';
        return guard.getBytes(StandardCharsets.US_ASCII);
    }
}
