package dev.docket.client.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An append-only file of guarded lines, readable by its owner only.
///
/// What [#append] returned from is on the disk, flushed. A last line torn by a crash was never returned from, so
/// opening the file cuts it off; a damaged line before others is set aside in a file of its own, never dropped.
/// When an append fails halfway the file is cut back to where it was, so that a full disk cannot leave half a line
/// under the next one.
final class LineFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LineFile.class);

    private final FileChannel channel;
    private final List<byte[]> found;
    private long end;

    private LineFile(FileChannel channel, List<byte[]> found, long end) {
        this.channel = channel;
        this.found = found;
        this.end = end;
    }

    static LineFile open(Path file) throws IOException {
        Private.file(file);
        var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            byte[] bytes = Files.readAllBytes(file);
            int whole = lastEnd(bytes);
            var lines = lines(file, Arrays.copyOf(bytes, whole));
            if (whole < bytes.length) {
                log.atWarn().addKeyValue("bytes", bytes.length - whole).log("Cut off a line that a crash tore");
                channel.truncate(whole);
                channel.force(false);
            }
            return new LineFile(channel, lines, whole);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// The JSON of every line there was when the file was opened.
    List<byte[]> found() {
        return found;
    }

    /// Writes a line and flushes it to the disk.
    void append(byte[] json) throws IOException {
        write(Line.guarded(json));
        try {
            channel.force(false);
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
        end = channel.position();
    }

    /// Empties the file.
    void clear() throws IOException {
        channel.truncate(0);
        end = 0;
    }

    long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void write(byte[] line) throws IOException {
        try {
            channel.position(end);
            var buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            cutBack(e);
            throw e;
        }
    }

    private void cutBack(IOException cause) {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /// Where the last whole line ends.
    private static int lastEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0) {
            int start = previousEnd(bytes, end - 1);
            boolean ended = bytes[end - 1] == '\n';
            if (ended && Line.checked(Arrays.copyOfRange(bytes, start, end - 1)).isPresent()) {
                return end;
            }
            end = start;
        }
        return 0;
    }

    private static int previousEnd(byte[] bytes, int from) {
        for (int at = from - 1; at >= 0; at--) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return 0;
    }

    private static List<byte[]> lines(Path file, byte[] bytes) throws IOException {
        var lines = new ArrayList<byte[]>();
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (bytes[end] != '\n') {
                end++;
            }
            byte[] line = Arrays.copyOfRange(bytes, start, end);
            var json = Line.checked(line);
            if (json.isPresent()) {
                lines.add(json.get());
            } else {
                setAside(file, line);
            }
            start = end + 1;
        }
        return List.copyOf(lines);
    }

    private static void setAside(Path file, byte[] line) throws IOException {
        log.atError().addKeyValue("bytes", line.length).log("A line of the journal is damaged; it was set aside");
        var damaged = file.resolveSibling(file.getFileName() + ".damaged");
        Private.file(damaged);
        Files.write(damaged, line, StandardOpenOption.APPEND);
        Files.write(damaged, new byte[] {'\n'}, StandardOpenOption.APPEND);
    }
}
