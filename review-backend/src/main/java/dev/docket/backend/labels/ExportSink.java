package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Column;
import dev.docket.backend.labels.parquet.ParquetWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows to a stream in one format.
interface ExportSink {
    void row(StoredLabelSets.Exported row) throws IOException;

    /// Writes what comes after the rows. The stream stays open.
    void end() throws IOException;

    /// @param labels that the set teaches, in order
    static ExportSink of(ExportFormat format, String version, List<String> labels, OutputStream out, JsonMapper json)
            throws IOException {
        return switch (format) {
            case JSONL -> new JsonLines(out);
            case CSV -> new Csv(labels, out, json);
            case PARQUET -> new Parquet(version, labels, out, json);
        };
    }

    /// JSON Lines, exactly as digested when the set was built.
    final class JsonLines implements ExportSink {
        private final OutputStream out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 12);

        JsonLines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void row(StoredLabelSets.Exported row) throws IOException {
            line.reset();
            Line.write(row.line(), row.text(), line);
            line.writeTo(out);
        }

        @Override
        public void end() {}
    }

    /// A table for spreadsheets.
    final class Csv implements ExportSink {
        private final OutputStream out;
        private final CsvTable table;

        Csv(List<String> labels, OutputStream out, JsonMapper json) throws IOException {
            this.out = out;
            table = new CsvTable(labels, json);
            out.write(table.header());
        }

        @Override
        public void row(StoredLabelSets.Exported row) throws IOException {
            byte[] text = row.text();
            out.write(table.row(
                    new String(row.line(), StandardCharsets.UTF_8),
                    text == null ? null : new String(text, StandardCharsets.UTF_8)));
        }

        @Override
        public void end() {}
    }

    /// A table for programs: plain types, a column for each label and each score.
    final class Parquet implements ExportSink {
        private static final Field[] FIELDS = Field.values();

        private final FlatRow flat;
        private final List<Column> cells;
        private final Column violated = Column.lists("violated");
        private final List<Column> labels;
        private final List<Column> scores;
        private final ParquetWriter writer;

        Parquet(String version, List<String> labels, OutputStream out, JsonMapper json) throws IOException {
            flat = new FlatRow(labels, json);
            cells = Arrays.stream(FIELDS).map(Field::column).toList();
            this.labels = labels.stream()
                    .map(label -> Column.integers("label_" + label))
                    .toList();
            scores = labels.stream()
                    .map(label -> Column.doubles("score_" + label))
                    .toList();
            var columns = new ArrayList<>(cells);
            columns.add(violated);
            columns.addAll(this.labels);
            columns.addAll(scores);
            writer = new ParquetWriter(out, columns, Map.of("docket.label-set", version));
        }

        @Override
        public void row(StoredLabelSets.Exported row) throws IOException {
            flat.fill(new String(row.line(), StandardCharsets.UTF_8));
            for (int i = 0; i < FIELDS.length; i++) {
                if (FIELDS[i] == Field.TEXT) {
                    cells.get(i).add(row.text());
                } else {
                    add(cells.get(i), flat.cell(FIELDS[i]));
                }
            }
            violated.add(flat.violated().stream()
                    .map(policy -> policy.getBytes(StandardCharsets.UTF_8))
                    .toList());
            for (int i = 0; i < labels.size(); i++) {
                add(labels.get(i), flat.label(i));
                add(scores.get(i), flat.score(i));
            }
            writer.endRow();
        }

        @Override
        public void end() throws IOException {
            writer.close();
        }

        private static void add(Column column, @Nullable String cell) {
            if (cell == null) {
                column.addNull();
                return;
            }
            switch (column.type()) {
                case STRING, WORDS -> column.add(cell.getBytes(StandardCharsets.UTF_8));
                case INTEGER -> column.add(Integer.parseInt(cell));
                case DOUBLE -> column.add(Double.parseDouble(cell));
                case BOOLEAN -> column.add(Boolean.parseBoolean(cell));
                case LIST -> throw new IllegalStateException("a list is no cell");
                case INSTANT -> column.add(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(cell)));
            }
        }
    }
}
