package dev.docket.backend.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Labels that models brought, in their table.
@Repository
class StoredLabels {
    private final JdbcClient jdbc;

    StoredLabels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param released whether a policy may name it
    record Brought(String label, boolean released) {}

    /// In the order of their places, which follow one another.
    List<Brought> all() {
        return jdbc.sql("SELECT label, released_at IS NOT NULL AS released FROM label_schema ORDER BY place")
                .query((row, number) -> new Brought(row.getString("label"), row.getBoolean("released")))
                .list();
    }

    void insert(String label, int place, Instant at) {
        jdbc.sql("INSERT INTO label_schema (label, place, added_at) VALUES (:label, :place, :at)")
                .param("label", label)
                .param("place", place)
                .param("at", Timestamp.from(at))
                .update();
    }

    void release(Collection<String> labels, Instant at) {
        jdbc.sql("UPDATE label_schema SET released_at = :at WHERE label = ANY(:labels) AND released_at IS NULL")
                .param("labels", labels.toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }
}
