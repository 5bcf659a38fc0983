package dev.docket.model.convert;

import dev.docket.model.ModelFault;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// The plain files of a gzipped tar archive, in memory; nothing is unpacked to the disk.
final class Tarball {
    private static final int BLOCK = 512;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 11;
    private static final int NAME_LENGTH = 100;

    private final Map<String, byte[]> files;

    private Tarball(Map<String, byte[]> files) {
        this.files = files;
    }

    static Tarball read(byte[] archive) throws IOException {
        var files = new HashMap<String, byte[]>();
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (byte[] header = in.readNBytes(BLOCK);
                    header.length == BLOCK && header[0] != 0;
                    header = in.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, SIZE_AT, SIZE_LENGTH).strip(), 8);
                byte[] content = in.readNBytes(size);
                if (content.length < size) {
                    throw new EOFException("The archive is cut short");
                }
                in.skipNBytes(Math.floorMod(-size, BLOCK));
                files.put(text(header, 0, NAME_LENGTH), content);
            }
        }
        return new Tarball(files);
    }

    /// Up to the first zero byte.
    private static String text(byte[] header, int at, int length) {
        var text = new String(header, at, length, StandardCharsets.US_ASCII);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    byte[] file(String name) throws ModelFault {
        byte[] content = files.get(name);
        if (content == null) {
            throw new ModelFault("The archive has no file '" + name + "'");
        }
        return content;
    }
}
