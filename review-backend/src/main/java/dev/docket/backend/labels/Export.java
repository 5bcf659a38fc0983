package dev.docket.backend.labels;

import dev.docket.backend.platform.DomainProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One label set, or one split of it, in one format: the same bytes each time until an item of it is erased.
///
/// It is read in short pages by the place of the row, so it needs the same memory at any size and keeps no snapshot
/// open.
/// A range is found by writing what is before it to nowhere, which costs time and no memory.
public final class Export {
    private static final int BUFFER = 1 << 16;

    private final Source source;
    private final String name;
    private final ExportFormat format;
    private final long erased;
    private @Nullable Measured measured;

    /// @param measured what the whole is known to come to, if it is
    Export(Source source, String name, ExportFormat format, long erased, @Nullable Measured measured) {
        this.source = source;
        this.name = name;
        this.format = format;
        this.erased = erased;
        this.measured = measured;
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

    /// Whether [#length] is at hand without writing everything to nowhere.
    public boolean knowsLength() {
        return measured != null;
    }

    /// The length in bytes, found if need be by writing it to nowhere.
    public long length() throws IOException {
        return (measured == null ? measure() : measured).bytes();
    }

    /// Bytes and digest of the whole. Unless items were erased it is measured once for all times.
    Measured measure() throws IOException {
        if (measured == null || measured.sha256() == null) {
            var digest = new Measure();
            source.write(digest);
            measured = digest.measured();
            if (erased == 0) {
                source.keep(measured);
            }
        }
        return measured;
    }

    /// What a `Range` header asks for; empty when it asks for nothing that can be understood.
    public Optional<ByteRange> range(String header) throws IOException {
        return ByteRange.of(header, length());
    }

    public void write(OutputStream out) throws IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        source.write(buffered);
        buffered.flush();
    }

    /// Writes the bytes of the range alone, and stops after them.
    public void write(OutputStream out, ByteRange range) throws IOException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        try {
            source.write(new Window(buffered, range.first(), range.length()));
        } catch (Window.Passed done) {
            // Everything asked for is written.
        }
        buffered.flush();
    }

    /// The refusal of a range beyond the end.
    public DomainProblem unsatisfiable() {
        return new DomainProblem(LabelProblem.RANGE_NOT_SATISFIABLE, "Ask for bytes within the length given.");
    }

    /// What an export comes to.
    ///
    /// @param sha256 in hex; null if only the length was counted
    record Measured(long bytes, @Nullable String sha256) {}

    /// Where an export comes from.
    interface Source {
        void write(OutputStream out) throws IOException;

        /// Remembers what the whole came to.
        void keep(Measured measured);
    }
}
