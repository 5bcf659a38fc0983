package dev.docket.client.api;

import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import okhttp3.Request;
import okhttp3.Response;

/// Brings one body to a file.
///
/// What came is kept beside it (`.part`, and `.part.etag` of which body) when the way breaks or somebody stops it.
/// The next time goes on from there, if the floor still has the same body, and from the beginning if it does not.
final class Download {
    private static final int PORTION = 64 * 1024;
    private static final int PARTIAL = 206;
    private static final int UNSATISFIABLE = 416;

    private final Path file;
    private final Path part;
    private final Path etag;

    Download(Path file) {
        this.file = file;
        part = beside(".part");
        etag = beside(".part.etag");
    }

    private Path beside(String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    /// Asks for what is not here yet.
    Request.Builder ask(Request.Builder request) throws IOException {
        var asked = request.header("Accept-Encoding", "identity");
        if (Files.exists(part) && Files.exists(etag) && Files.size(part) > 0) {
            return asked.header("Range", "bytes=" + Files.size(part) + "-").header("If-Range", Files.readString(etag));
        }
        return asked;
    }

    /// Whether an answer says that what is here is no beginning of what the floor has.
    boolean isOutdated(Response response) {
        return response.code() == UNSATISFIABLE && Files.exists(part);
    }

    /// Begins anew the next time.
    void forget() throws IOException {
        Files.deleteIfExists(part);
        Files.deleteIfExists(etag);
    }

    /// @return whether all of it is there now; otherwise somebody stopped it
    boolean take(Response response, Transfer told) throws IOException, Offline {
        boolean continues = response.code() == PARTIAL;
        if (!continues) {
            forget();
        }
        String mark = response.header("ETag");
        if (mark != null) {
            Files.writeString(etag, mark);
        }
        long moved = continues ? Files.size(part) : 0;
        long length = response.body().contentLength();
        long all = length < 0 ? -1 : moved + length;
        try (InputStream in = response.body().byteStream();
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] portion = new byte[PORTION];
            for (int read = read(in, portion); read >= 0; read = read(in, portion)) {
                out.write(portion, 0, read);
                moved += read;
                if (!told.moved(moved, all)) {
                    return false;
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(etag);
        return true;
    }

    private static int read(InputStream in, byte[] portion) throws Offline {
        try {
            return in.read(portion);
        } catch (IOException e) {
            throw new Offline(e);
        }
    }
}
