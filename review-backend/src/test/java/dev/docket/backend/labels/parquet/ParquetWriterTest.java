package dev.docket.backend.labels.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Read back by DuckDB, which knows nothing of us.
class ParquetWriterTest {
    private static final int ROWS = 250_000;

    @TempDir
    private Path folder;

    @Test
    void everyTypeIsReadBackAsItWasWritten() throws Exception {
        var file = folder.resolve("types.parquet");
        Files.write(file, types());
        assertThat(rows("SELECT * FROM '" + file + "'"))
                .containsExactly(
                        List.of("first", "a", "[x, y]", "7", "0.5", "true", "2026-11-20 10:00:00.000001+00"),
                        List.of("null", "null", "[]", "null", "null", "null", "null"),
                        List.of("", "b", "[]", "-1", "nan", "false", "1970-01-01 00:00:00+00"));
        assertThat(rows("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '" + file + "')"))
                .extracting(row -> row.get(1))
                .containsExactly(
                        "VARCHAR", "VARCHAR", "VARCHAR[]", "INTEGER", "DOUBLE", "BOOLEAN", "TIMESTAMP WITH TIME ZONE");
        assertThat(rows("SELECT decode(value) FROM parquet_kv_metadata('" + file + "')"))
                .containsExactly(List.of("ls-1"));
    }

    @Test
    void manyRowsKeepTheirOrderThroughGroupsDictionariesAndRuns() throws Exception {
        var file = folder.resolve("many.parquet");
        try (var out = Files.newOutputStream(file)) {
            many(out);
        }
        assertThat(rows("""
                        SELECT count(*), count(text), sum(length(text)), count(DISTINCT word), count(DISTINCT wide),
                               sum(number), sum(CASE WHEN flag THEN 1 ELSE 0 END), sum(len(list))
                          FROM '%s'
                        """.formatted(file)).getFirst()).isEqualTo(expected());
        assertThat(rows("""
                        SELECT count(*) FROM (SELECT number, row_number() OVER () - 1 AS place FROM '%s'
                         WHERE number IS NOT NULL) WHERE number < 0
                        """.formatted(file)).getFirst().getFirst()).isEqualTo("0");
        assertThat(rows("SELECT word, wide, list FROM '" + file + "' WHERE number = 123456"))
                .containsExactly(List.of("w" + 123_456 / 1000 % 7, "v123456", "[l0, l1]"));
        assertThat(Integer.parseInt(rows("SELECT count(DISTINCT row_group_id) FROM parquet_metadata('" + file + "')")
                        .getFirst()
                        .getFirst()))
                .isGreaterThan(2);
    }

    @Test
    void equalRowsGiveEqualBytes() throws Exception {
        assertThat(types()).isEqualTo(types());
        var one = new ByteArrayOutputStream();
        var other = new ByteArrayOutputStream();
        many(one);
        many(other);
        assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
    }

    @Test
    void aFileWithoutRowsHasItsColumns() throws Exception {
        var file = folder.resolve("none.parquet");
        try (var out = Files.newOutputStream(file)) {
            new ParquetWriter(out, List.of(Column.strings("text"), Column.lists("list")), Map.of()).close();
        }
        assertThat(rows("SELECT * FROM '" + file + "'")).isEmpty();
    }

    private static byte[] types() throws IOException {
        var out = new ByteArrayOutputStream();
        var text = Column.strings("text");
        var word = Column.words("word");
        var list = Column.lists("list");
        var number = Column.integers("number");
        var real = Column.doubles("real");
        var flag = Column.booleans("flag");
        var at = Column.instants("at");
        var writer = new ParquetWriter(
                out, List.of(text, word, list, number, real, flag, at), Map.of("docket.label-set", "ls-1"));
        text.add(utf8("first"));
        word.add(utf8("a"));
        list.add(List.of(utf8("x"), utf8("y")));
        number.add(7);
        real.add(0.5);
        flag.add(true);
        at.add(1_795_168_800_000_001L);
        writer.endRow();
        List.of(text, word, list, number, real, flag, at).forEach(Column::addNull);
        writer.endRow();
        text.add(utf8(""));
        word.add(utf8("b"));
        list.add(List.of());
        number.add(-1);
        real.add(Double.NaN);
        flag.add(false);
        at.add(0L);
        writer.endRow();
        writer.close();
        return out.toByteArray();
    }

    private static void many(OutputStream out) throws IOException {
        var text = Column.strings("text");
        var word = Column.words("word");
        var wide = Column.words("wide");
        var number = Column.integers("number");
        var flag = Column.booleans("flag");
        var list = Column.lists("list");
        var writer = new ParquetWriter(out, List.of(text, word, wide, number, flag, list), Map.of());
        for (int i = 0; i < ROWS; i++) {
            if (i % 11 == 0) {
                text.addNull();
            } else {
                text.add(utf8("text \u00fc \u6f22 of row " + i + "x".repeat(i % 50)));
            }
            word.add(utf8("w" + i / 1000 % 7));
            wide.add(utf8("v" + i));
            if (i % 5 == 4) {
                number.addNull();
            } else {
                number.add(i);
            }
            flag.add(i % 3 == 0);
            var members = new ArrayList<byte[]>();
            for (int member = 0; member < i % 4 + (i == 123_456 ? 2 : 0); member++) {
                members.add(utf8("l" + member));
            }
            list.add(members);
            writer.endRow();
        }
        writer.close();
    }

    private static List<String> expected() {
        long length = 0;
        long sum = 0;
        long texts = 0;
        long flags = 0;
        long members = 0;
        for (int i = 0; i < ROWS; i++) {
            texts += i % 11 == 0 ? 0 : 1;
            length += i % 11 == 0 ? 0 : ("text \u00fc \u6f22 of row " + i).length() + i % 50;
            sum += i % 5 == 4 ? 0 : i;
            flags += i % 3 == 0 ? 1 : 0;
            members += i % 4 + (i == 123_456 ? 2 : 0);
        }
        return List.of(
                String.valueOf(ROWS),
                String.valueOf(texts),
                String.valueOf(length),
                "7",
                String.valueOf(ROWS),
                String.valueOf(sum),
                String.valueOf(flags),
                String.valueOf(members));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            try (var found = statement.executeQuery(cast(sql))) {
                var rows = new ArrayList<List<String>>();
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(told(found.getString(i)));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    /// Everything as DuckDB writes it, not as its driver would turn it into Java.
    private static String cast(String sql) {
        return "SELECT COLUMNS(*)::VARCHAR FROM (" + sql + ")";
    }

    private static String told(@Nullable String value) {
        return value == null ? "null" : value;
    }
}
