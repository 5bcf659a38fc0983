package dev.docket.backend.enforcement.ncmec;

import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reports in their table. That the one who releases is another than the one who prepared, the table holds as well.
@Repository
class StoredReports {
    private static final String COLUMNS = """
            SELECT id, item_id, decision_id, state, prepared_by, prepared_at, released_by, released_at, filed_by,
                   filed_at, report_number
              FROM ncmec_report
            """;

    private final JdbcClient jdbc;

    StoredReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID item, @Nullable UUID decision, String document, UUID by) {
        jdbc.sql("""
                        INSERT INTO ncmec_report (id, item_id, decision_id, document, prepared_by, prepared_at)
                        VALUES (:id, :item, :decision, :document, :by, clock_timestamp())
                        """)
                .param("id", id)
                .param("item", item)
                .param("decision", decision, Types.OTHER)
                .param("document", document)
                .param("by", by)
                .update();
    }

    Optional<NcmecReportView> find(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /// The newest first.
    List<NcmecReportView> page(@Nullable UUID before, int limit) {
        return jdbc.sql(COLUMNS + " WHERE :before::uuid IS NULL OR id < :before ORDER BY id DESC LIMIT :limit")
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    String document(UUID id) {
        return jdbc.sql("SELECT document FROM ncmec_report WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    boolean release(UUID id, UUID by) {
        return jdbc.sql("""
                        UPDATE ncmec_report SET state = 'READY', released_by = :by, released_at = clock_timestamp()
                         WHERE id = :id AND state = 'PREPARED' AND prepared_by <> :by
                        """).param("by", by).param("id", id).update() == 1;
    }

    boolean file(UUID id, UUID by, String number) {
        return jdbc.sql("""
                        UPDATE ncmec_report
                           SET state = 'FILED', filed_by = :by, filed_at = clock_timestamp(), report_number = :number
                         WHERE id = :id AND state = 'READY'
                        """)
                        .param("by", by)
                        .param("number", number)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean withdraw(UUID id) {
        return jdbc.sql("UPDATE ncmec_report SET state = 'WITHDRAWN' WHERE id = :id AND state IN ('PREPARED', 'READY')")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static NcmecReportView view(ResultSet row) throws SQLException {
        return new NcmecReportView(
                row.getString("id"),
                row.getString("item_id"),
                row.getString("decision_id"),
                NcmecReportState.valueOf(row.getString("state")),
                row.getString("prepared_by"),
                row.getTimestamp("prepared_at").toInstant(),
                row.getString("released_by"),
                instant(row.getTimestamp("released_at")),
                row.getString("filed_by"),
                instant(row.getTimestamp("filed_at")),
                row.getString("report_number"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
