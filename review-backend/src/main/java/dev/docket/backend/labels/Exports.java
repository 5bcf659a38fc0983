package dev.docket.backend.labels;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.labels.LabelSetManifest;
import dev.docket.dto.labels.LabelSetView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// Label sets as files.
@Service
public class Exports {
    private final LabelSets sets;
    private final StoredLabelSets stored;
    private final StoredExports rows;
    private final Bookkeeping bookkeeping;
    private final JsonMapper json;

    Exports(LabelSets sets, StoredLabelSets stored, StoredExports rows, Bookkeeping bookkeeping, JsonMapper json) {
        this.sets = sets;
        this.stored = stored;
        this.rows = rows;
        this.bookkeeping = bookkeeping;
        this.json = json;
    }

    /// Opens an export; nothing is read before it is written.
    ///
    /// @param format `jsonl`, `csv` or `parquet`
    /// @param split null for all rows
    public Export open(String version, String format, @Nullable String split, Actor by) {
        var chosen = ExportFormat.of(format);
        check(sets.ready(version), split);
        bookkeeping.inTransaction(by, version, "label-set.exported", Map.of("format", format), () -> {});
        return export(version, chosen, split);
    }

    /// What an export comes to, to hold a file against that took several requests.
    public LabelSetManifest manifest(String version, String format, @Nullable String split) throws IOException {
        var chosen = ExportFormat.of(format);
        var set = sets.ready(version);
        check(set, split);
        var export = export(version, chosen, split);
        var measured = export.measure();
        return new LabelSetManifest(
                version,
                format,
                split,
                split == null ? set.rows() : set.splitRows().getOrDefault(split, 0L),
                measured.bytes(),
                Objects.requireNonNull(measured.sha256()),
                export.erased(),
                export.etag(),
                export.fileName());
    }

    private Export export(String version, ExportFormat format, @Nullable String split) {
        long erased = stored.erased(version, split);
        var labels = stored.definition(version).labels();
        return new Export(
                new Rows(version, format, split, labels),
                version + (split == null ? "" : "-" + split),
                format,
                erased,
                erased == 0 ? rows.measured(version, format, split).orElse(null) : null);
    }

    private static void check(LabelSetView set, @Nullable String split) {
        if (split != null && !set.splitRows().containsKey(split)) {
            new FieldErrors()
                    .add(
                            "/split",
                            "must be one of "
                                    + String.join(", ", set.splitRows().keySet()))
                    .throwIfAny();
        }
    }

    private final class Rows implements Export.Source {
        private final String version;
        private final ExportFormat format;
        private final @Nullable String split;
        private final List<String> labels;

        Rows(String version, ExportFormat format, @Nullable String split, List<String> labels) {
            this.version = version;
            this.format = format;
            this.split = split;
            this.labels = labels;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            var sink = ExportSink.of(format, version, labels, out, json);
            rows.forEach(version, split, sink::row);
            sink.end();
        }

        @Override
        public void keep(Export.Measured measured) {
            rows.keep(version, format, split, measured);
        }
    }
}
