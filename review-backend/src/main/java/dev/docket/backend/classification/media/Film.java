package dev.docket.backend.classification.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The small pictures of a video's seconds, one after the other in a file: second, length,
/// JPEG. They are made while the video is scored, so that a filmstrip needs no second look at
/// an untrusted file.
public final class Film implements AutoCloseable {
    private final DataOutputStream out;

    Film(Path file) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void add(double second, byte[] jpeg) throws IOException {
        out.writeDouble(second);
        out.writeInt(jpeg.length);
        out.write(jpeg);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /// The picture that is shown at a second; the first for one before it.
    public static Optional<byte[]> at(InputStream film, double wanted) throws IOException {
        byte[] latest = null;
        try (var in = new DataInputStream(new BufferedInputStream(film))) {
            while (latest == null || in.readDouble() <= wanted) {
                if (latest == null) {
                    in.readDouble();
                }
                latest = in.readNBytes(in.readInt());
            }
        } catch (EOFException end) {
            return Optional.ofNullable(latest);
        }
        return Optional.of(latest);
    }
}
