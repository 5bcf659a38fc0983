package dev.docket.client.common.portion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a file portion by portion, so that a large one is never in memory, can be stopped, and says how far it is.
/// Malformed bytes become signs that stand for them; the floor then says what is wrong with the line.
final class ImportFile implements Portions {
    private static final int LINES = 5_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final BufferedReader in;
    private final String type;
    private final long size;
    private final int longestLine;
    private String names = "";
    private long lines;
    private long bytes;
    private boolean begun;

    private ImportFile(BufferedReader in, String type, long size, int longestLine) {
        this.in = in;
        this.type = type;
        this.size = size;
        this.longestLine = longestLine;
    }

    /// By its ending, and where that says little by what is in it.
    static Portions open(Path file, int longestLine) throws IOException {
        return nameOf(file).endsWith(".json") && ImportDocument.is(file)
                ? ImportDocument.open(file)
                : lines(file, longestLine);
    }

    private static ImportFile lines(Path file, int longestLine) throws IOException {
        var decoder = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        return new ImportFile(new BufferedReader(decoder), typeOf(file), Math.max(1, Files.size(file)), longestLine);
    }

    private static String typeOf(Path file) {
        String name = nameOf(file);
        if (name.endsWith(".csv")) {
            return Portion.CSV;
        }
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")
                ? Portion.NDJSON
                : "text/plain";
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }

    /// The next lines; a CSV's names stand above those of every portion.
    @Override
    public Portion next() throws IOException {
        var body = new StringBuilder();
        if (!begun) {
            begun = true;
            if (type.equals(Portion.CSV)) {
                names = line(readLine());
            }
        }
        long first = lines;
        int read = 0;
        boolean last = false;
        while (read < LINES && body.length() < MOST_CHARACTERS) {
            String line = readLine();
            if (line == null) {
                last = true;
                break;
            }
            body.append(line(line));
            read++;
        }
        lines += read;
        return new Portion(type, names + body, first, last ? 1 : Math.min(1, (double) bytes / size), last);
    }

    /// Keeps little of a line that is too long, so that a file of one line fills no memory; the floor finds fault with
    /// what is left of it.
    private @Nullable String readLine() throws IOException {
        int read = in.read();
        if (read < 0) {
            return null;
        }
        var line = new StringBuilder();
        for (; read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r' && line.length() <= longestLine) {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    private String line(@Nullable String line) {
        if (line == null) {
            return "";
        }
        bytes += line.getBytes(StandardCharsets.UTF_8).length + 1L;
        return line + "\n";
    }

    @Override
    public boolean isList() {
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
