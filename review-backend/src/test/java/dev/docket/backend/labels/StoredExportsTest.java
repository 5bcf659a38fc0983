package dev.docket.backend.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class StoredExportsTest {
    private static final int ROWS = 3_000;
    private static final int LONG_TEXTS = 40;
    private static final int LONG = 400_000;

    @Autowired
    private StoredExports exports;

    @Autowired
    private StoredLabelSets sets;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        jdbc.sql("""
                INSERT INTO label_set (version, name, definition, state, rows, split_rows, sha256, created_at)
                VALUES ('ls-''x', 'pages', '{}', 'READY', 3000, '{}', '', now())
                """).update();
        jdbc.sql("""
                INSERT INTO item (id, source, external_id, state, content_sha256, text, language, submitted_at)
                SELECT md5('item' || n)::uuid, 'forum', n::text, 'SETTLED', '',
                       CASE WHEN n % 7 > 0 THEN 'text ' || n
                            || CASE WHEN n > 1000 AND n <= 1040 THEN repeat('x', :long) ELSE '' END END,
                       'en', now()
                  FROM generate_series(1, :rows) AS n WHERE n % 10 > 0
                """).param("long", LONG).param("rows", ROWS).update();
        jdbc.sql("""
                INSERT INTO label_import (id, name, licence, weight, evaluation, created_at)
                VALUES (md5('import')::uuid, 'import', 'CC0', 0.5, false, now())
                """).update();
        jdbc.sql("""
                INSERT INTO imported_label (id, import_id, source, external_id, text, labels, weight, decided_at, content_sha256)
                SELECT md5('item' || n)::uuid, md5('import')::uuid, 'forum', n::text, 'imported ' || n, '{}', 0.5, now(), ''
                  FROM generate_series(10, :rows, 10) AS n
                """).param("rows", ROWS).update();
        jdbc.sql("""
                INSERT INTO label_set_row (version, ordinal, item_id, decision_id, split, line)
                SELECT 'ls-''x', n, md5('item' || n)::uuid, md5('item' || n)::uuid,
                       CASE WHEN n % 3 = 0 THEN 'test' ELSE 'train' END, '{"itemId":"' || n || '"}'
                  FROM generate_series(1, :rows) AS n
                """).param("rows", ROWS).update();
    }

    @Test
    void everyRowComesOnceAndInOrderAndNoPageHoldsMoreThanItsShare() throws Exception {
        var seen = read(null);
        assertThat(seen).hasSize(ROWS);
        for (int n = 1; n <= ROWS; n++) {
            assertThat(seen.get(n - 1)).as("row %d", n).isEqualTo(expected(n));
        }
    }

    @Test
    void aSplitHasItsRowsAlone() throws Exception {
        var expected = new ArrayList<String>();
        for (int n = 3; n <= ROWS; n += 3) {
            expected.add(expected(n));
        }
        assertThat(read("test")).isEqualTo(expected);
        assertThat(read("no 'such")).isEmpty();
    }

    @Test
    void whatIsGoneIsCountedAndHasNoTextAnyMore() throws Exception {
        jdbc.sql("UPDATE item SET state = 'ERASED', text = NULL, erased_at = now() WHERE external_id IN ('1', '2')")
                .update();
        jdbc.sql("UPDATE imported_label SET text = NULL").update();
        assertThat(sets.erased("ls-'x", null)).isEqualTo(2 + ROWS / 10);
        assertThat(sets.erased("ls-'x", "test")).isEqualTo(ROWS / 30);
        assertThat(read(null).subList(0, 11))
                .startsWith("1 null", "2 null", "3 6 text 3")
                .endsWith("10 null", "11 7 text 11");
    }

    private List<String> read(@Nullable String split) throws Exception {
        var seen = new ArrayList<String>();
        exports.forEach("ls-'x", split, row -> {
            assertThat(row.line()).hasToString("{\"itemId\":\"" + row.ordinal() + "\"}");
            seen.add(row.ordinal() + " " + (row.text().isNull() ? "null" : told(row.text())));
        });
        return seen;
    }

    private static String told(Cell text) {
        String all = text.toString();
        return all.length() + " " + (all.length() < LONG ? all : all.substring(0, 9));
    }

    private static String expected(int n) {
        if (n % 10 == 0) {
            return n + " " + ("imported " + n).length() + " imported " + n;
        }
        if (n % 7 == 0) {
            return n + " null";
        }
        int more = n > 1_000 && n <= 1_000 + LONG_TEXTS ? LONG : 0;
        return n + " " + (("text " + n).length() + more) + " text " + n;
    }
}
