package dev.docket.backend.labels;

import dev.docket.backend.labels.parquet.Bytes;
import dev.docket.backend.labels.parquet.Column;
import dev.docket.backend.labels.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows to a stream in one format.
interface ExportSink {
    void row(ExportedRow row) throws IOException;

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

    /// Rows as text, given on some dozens at once.
    abstract class Text implements ExportSink {
        private static final int ENOUGH = 1 << 16;

        private final OutputStream out;
        private final Bytes rows = new Bytes();

        Text(OutputStream out) {
            this.out = out;
        }

        abstract void write(ExportedRow row, Bytes rows);

        @Override
        public void row(ExportedRow row) throws IOException {
            write(row, rows);
            if (rows.size() >= ENOUGH) {
                end();
            }
        }

        @Override
        public void end() throws IOException {
            rows.writeTo(out);
            rows.clear();
        }
    }

    /// JSON Lines, exactly as digested when the set was built.
    final class JsonLines extends Text {
        JsonLines(OutputStream out) {
            super(out);
        }

        @Override
        void write(ExportedRow row, Bytes rows) {
            Line.write(row, rows);
        }
    }

    /// A table for spreadsheets.
    final class Csv extends Text {
        private final CsvTable table;

        Csv(List<String> labels, OutputStream out, JsonMapper json) throws IOException {
            super(out);
            table = new CsvTable(labels, json);
            out.write(table.header());
        }

        @Override
        void write(ExportedRow row, Bytes rows) {
            table.row(row, rows);
        }
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
        public void row(ExportedRow row) throws IOException {
            flat.fill(row.line());
            for (int i = 0; i < FIELDS.length; i++) {
                add(cells.get(i), FIELDS[i] == Field.TEXT ? row.text() : flat.cell(FIELDS[i]));
            }
            violated.add(flat.violated());
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

        private static void add(Column column, Cell cell) {
            if (cell.isNull()) {
                column.addNull();
                return;
            }
            switch (column.type()) {
                case STRING, WORDS -> column.add(cell.bytes(), cell.from(), cell.length());
                case INTEGER -> column.add(cell.asInt());
                case DOUBLE -> column.add(cell.asDouble());
                case BOOLEAN -> column.add(cell.isTrue());
                case LIST -> throw new IllegalStateException("a list is no cell");
                case INSTANT -> column.add(cell.asMicros());
            }
        }
    }
}
