package dev.docket.backend.labels;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads label sets to export them.
///
/// A page ends by its bytes, so texts of a hundred thousand characters take no more memory than short ones; it is read
/// by
/// a cursor in a transaction of its own that ends before anything of the page is written out, so a slow reader keeps no
/// snapshot open.
@Repository
class StoredExports {
    private static final int PAGE_BYTES = 4 << 20;
    private static final int PAGE_ROWS = 5_000;
    private static final int FETCHED = 250;
    private static final String ROWS = """
            SELECT entry.ordinal, entry.line, coalesce(item.text, imported.text) AS text
              FROM label_set_row AS entry
              LEFT JOIN item ON item.id = entry.item_id
              LEFT JOIN imported_label AS imported ON imported.id = entry.item_id AND item.id IS NULL
             WHERE entry.version = ? AND entry.ordinal > ? AND (?::text IS NULL OR entry.split = ?)
             ORDER BY entry.ordinal LIMIT ?
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    StoredExports(JdbcClient jdbc, JdbcTemplate template, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.template = template;
        this.transaction = transaction;
    }

    /// Gives every row with its text as it is now, in order. While a page is used the next one is read, so that neither
    /// the
    /// database nor whoever writes waits for the other.
    ///
    /// @param split null for all
    void forEach(String version, @Nullable String split, Use use) throws IOException {
        var next = reading(version, split, 0);
        for (var page = await(next); !page.isEmpty(); page = await(next)) {
            next = reading(version, split, page.getLast().ordinal());
            for (var row : page) {
                use.row(row);
            }
        }
    }

    private Future<List<StoredLabelSets.Exported>> reading(String version, @Nullable String split, long after) {
        var task = new FutureTask<>(() -> page(version, split, after));
        Thread.ofVirtual().name("export").start(task);
        return task;
    }

    private static List<StoredLabelSets.Exported> await(Future<List<StoredLabelSets.Exported>> page)
            throws IOException {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("a page of an export could not be read", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the export was stopped");
        }
    }

    private List<StoredLabelSets.Exported> page(String version, @Nullable String split, long after) {
        var page = transaction.execute(status -> template.query(
                connection -> {
                    var statement = connection.prepareStatement(ROWS);
                    statement.setFetchSize(FETCHED);
                    ask(statement, version, split, after);
                    return statement;
                },
                StoredExports::read));
        return page == null ? List.of() : page;
    }

    private static void ask(PreparedStatement statement, String version, @Nullable String split, long after)
            throws SQLException {
        statement.setString(1, version);
        statement.setLong(2, after);
        statement.setObject(3, split, Types.VARCHAR);
        statement.setObject(4, split, Types.VARCHAR);
        statement.setInt(5, PAGE_ROWS);
    }

    private static List<StoredLabelSets.Exported> read(ResultSet rows) throws SQLException {
        var page = new ArrayList<StoredLabelSets.Exported>();
        long bytes = 0;
        while (bytes < PAGE_BYTES && rows.next()) {
            byte[] line = rows.getBytes(2);
            byte[] text = rows.getBytes(3);
            bytes += line.length + (text == null ? 0 : text.length);
            page.add(new StoredLabelSets.Exported(rows.getLong(1), line, text));
        }
        return page;
    }

    /// What an export came to when it was last measured; empty if it never was.
    Optional<Export.Measured> measured(String version, ExportFormat format, @Nullable String split) {
        return jdbc.sql("""
                        SELECT (sizes ->> :export)::bigint AS bytes, digests ->> :export AS sha256 FROM label_set
                         WHERE version = :version AND jsonb_exists(sizes, :export)
                        """)
                .param("export", Sizes.key(format, split))
                .param("version", version)
                .query((row, number) -> new Export.Measured(row.getLong("bytes"), row.getString("sha256")))
                .optional();
    }

    void keep(String version, ExportFormat format, @Nullable String split, Export.Measured measured) {
        jdbc.sql("""
                        UPDATE label_set
                           SET sizes = sizes || jsonb_build_object(:export::text, :bytes::bigint),
                               digests = digests || jsonb_build_object(:export::text, :sha256::text)
                         WHERE version = :version
                        """)
                .param("export", Sizes.key(format, split))
                .param("bytes", measured.bytes())
                .param("sha256", measured.sha256())
                .param("version", version)
                .update();
    }

    interface Use {
        void row(StoredLabelSets.Exported row) throws IOException;
    }
}
