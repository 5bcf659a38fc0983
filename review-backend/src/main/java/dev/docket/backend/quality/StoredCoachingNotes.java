package dev.docket.backend.quality;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Coaching cards that were sent, by item.
@Repository
class StoredCoachingNotes {
    private final JdbcClient jdbc;

    StoredCoachingNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Sent(
            @Nullable String note,
            UUID by,
            Instant at,
            @Nullable Instant acknowledgedAt) {}

    /// Sent again, it has to be read again.
    void send(UUID person, UUID item, @Nullable String note, UUID by, Instant now) {
        jdbc.sql("""
                        INSERT INTO coaching_note (person_id, item_id, note, sent_by, sent_at)
                        VALUES (:person, :item, :note, :by, :now)
                        ON CONFLICT (person_id, item_id) DO UPDATE
                           SET note = excluded.note, sent_by = excluded.sent_by, sent_at = excluded.sent_at,
                               acknowledged_at = NULL
                        """)
                .param("person", person)
                .param("item", item)
                .param("note", note, Types.VARCHAR)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// @return whether there was anything to acknowledge
    boolean acknowledge(UUID person, UUID item, Instant now) {
        return jdbc.sql("""
                        UPDATE coaching_note SET acknowledged_at = coalesce(acknowledged_at, :now)
                         WHERE person_id = :person AND item_id = :item
                        """)
                        .param("person", person)
                        .param("item", item)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    Map<UUID, Sent> to(UUID person) {
        var sent = new HashMap<UUID, Sent>();
        jdbc.sql("SELECT item_id, note, sent_by, sent_at, acknowledged_at FROM coaching_note WHERE person_id = :person")
                .param("person", person)
                .query(row -> {
                    @Nullable Timestamp read = row.getTimestamp("acknowledged_at");
                    sent.put(
                            row.getObject("item_id", UUID.class),
                            new Sent(
                                    row.getString("note"),
                                    row.getObject("sent_by", UUID.class),
                                    row.getTimestamp("sent_at").toInstant(),
                                    read == null ? null : read.toInstant()));
                });
        return sent;
    }

    void forgetWords(UUID item) {
        jdbc.sql("UPDATE coaching_note SET note = NULL WHERE item_id = :item")
                .param("item", item)
                .update();
    }
}
