package dev.docket.backend.labels;

import dev.docket.backend.platform.DomainProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One label set, or one split of it, in one format: the same bytes each time until an item of it is erased.
///
/// It is read in short pages by the place of the row, so it needs the same memory at any size and keeps no snapshot
/// open.
/// A range is found by writing what is before it to nowhere, which costs time and no memory.
public final class Export {
    private final Lines lines;
    private final String name;
    private final ExportFormat format;
    private final long erased;
    private @Nullable Long bytes;

    /// @param bytes the length if it is known
    Export(Lines lines, String name, ExportFormat format, long erased, @Nullable Long bytes) {
        this.lines = lines;
        this.name = name;
        this.format = format;
        this.erased = erased;
        this.bytes = bytes;
    }

    /// Rows whose text is gone because their item was erased.
    public long erased() {
        return erased;
    }

    /// Strong: equal tags, equal bytes.
    public String etag() {
        return "\"" + name + "-" + erased + format.extension() + "\"";
    }

    public String mediaType() {
        return format.mediaType();
    }

    public String fileName() {
        return name + format.extension();
    }

    /// The length in bytes: as counted when the set was built, or, when items have been erased since, by writing it to
    /// nowhere.
    public long length() throws IOException {
        if (bytes == null) {
            var counter = new Window(OutputStream.nullOutputStream(), 0, Long.MAX_VALUE);
            write(counter);
            bytes = counter.passed();
        }
        return bytes;
    }

    /// What a `Range` header asks for; empty when it asks for nothing that can be understood.
    public Optional<ByteRange> range(String header) throws IOException {
        return ByteRange.of(header, length());
    }

    public void write(OutputStream out) throws IOException {
        out.write(lines.header().getBytes(StandardCharsets.UTF_8));
        long after = 0;
        for (var page = lines.page(after); !page.isEmpty(); page = lines.page(after)) {
            for (var row : page) {
                out.write(lines.line(row).getBytes(StandardCharsets.UTF_8));
                after = row.ordinal();
            }
        }
    }

    /// Writes the bytes of the range alone, and stops after them.
    public void write(OutputStream out, ByteRange range) throws IOException {
        try {
            write(new Window(out, range.first(), range.length()));
        } catch (Window.Passed done) {
            out.flush();
        }
    }

    /// The refusal of a range beyond the end.
    public DomainProblem unsatisfiable() {
        return new DomainProblem(LabelProblem.RANGE_NOT_SATISFIABLE, "Ask for bytes within the length given.");
    }
}
