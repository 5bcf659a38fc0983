package dev.docket.backend.labels;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads label sets to export them.
///
/// A page is copied out in binary by a statement of its own: the server quotes and escapes
/// nothing, each row comes as one array, and the snapshot is gone before anything of the page
/// is written out, so a slow reader keeps none open. How many rows the next page asks for
/// follows from how long the last ones were. What a page gives beyond its share of memory is
/// let go and asked for again, so that texts of a hundred thousand characters take no more than
/// short ones.
@Repository
class StoredExports {
    private static final int PAGE_BYTES = 4 << 20;
    private static final int FIRST_ROWS = 500;
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_ROWS = 10_000;
    /// Place, line and text, in the form of [ExportedRow]. Imported rows are looked for where there is no item.
    private static final String ROWS = """
            COPY (SELECT entry.ordinal, entry.line,
                         CASE WHEN item.id IS NULL
                              THEN (SELECT imported.text FROM imported_label AS imported WHERE imported.id = entry.item_id)
                              ELSE item.text END
                    FROM label_set_row AS entry LEFT JOIN item ON item.id = entry.item_id
                   WHERE entry.version = '%s' AND entry.ordinal > %d%s
                   ORDER BY entry.ordinal LIMIT %d) TO STDOUT (FORMAT binary)
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    StoredExports(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// Gives every row with its text as it is now, in order. While a page is used the next one is read, so that neither
    /// the database nor whoever writes waits for the other.
    ///
    /// @param split null for all
    void forEach(String version, @Nullable String split, Use use) throws IOException {
        var row = new ExportedRow();
        var coming = reading(version, split, new Place(0, FIRST_ROWS));
        while (coming != null) {
            var page = await(coming);
            coming = page.next() == null ? null : reading(version, split, page.next());
            for (byte[] message : page.rows()) {
                row.read(message);
                use.row(row);
            }
        }
    }

    private Future<Page> reading(String version, @Nullable String split, Place place) {
        var task = new FutureTask<>(() -> page(version, split, place));
        Thread.ofVirtual().name("export").start(task);
        return task;
    }

    private static Page await(Future<Page> page) throws IOException {
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

    private Page page(String version, @Nullable String split, Place place) {
        var page = template.execute((Connection connection) -> {
            var postgres = connection.unwrap(PGConnection.class);
            var copy = postgres.getCopyAPI().copyOut(statement(postgres, version, split, place));
            try {
                return read(copy, place);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        return page == null ? Page.NONE : page;
    }

    /// COPY takes no parameters.
    private static String statement(PGConnection postgres, String version, @Nullable String split, Place place)
            throws SQLException {
        String only = split == null ? "" : " AND entry.split = '" + postgres.escapeLiteral(split) + "'";
        return ROWS.formatted(postgres.escapeLiteral(version), place.after(), only, place.rows());
    }

    private static Page read(CopyOut copy, Place place) throws SQLException {
        var rows = new ArrayList<byte[]>(place.rows());
        var row = new ExportedRow();
        long bytes = 0;
        long last = place.after();
        boolean isCut = false;
        for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
            isCut |= bytes >= 2L * PAGE_BYTES;
            if (!isCut && row.read(message)) {
                rows.add(message);
                bytes += message.length;
                last = row.ordinal();
            }
        }
        return new Page(rows, isCut || rows.size() == place.rows() ? next(last, bytes, rows.size()) : null);
    }

    private static Place next(long last, long bytes, int rows) {
        return new Place(last, (int) Math.clamp(PAGE_BYTES * (long) rows / Math.max(bytes, 1), FEWEST_ROWS, MOST_ROWS));
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
        /// @param row until the next one
        void row(ExportedRow row) throws IOException;
    }

    /// Where a page begins.
    private record Place(long after, int rows) {}

    /// @param rows as they were copied out
    /// @param next null after the last
    private record Page(List<byte[]> rows, @Nullable Place next) {
        static final Page NONE = new Page(List.of(), null);
    }
}
