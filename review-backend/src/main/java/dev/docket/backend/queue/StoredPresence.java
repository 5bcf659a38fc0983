package dev.docket.backend.queue;

import dev.docket.dto.queue.Looking;
import dev.docket.dto.queue.Whereabouts.Place;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.TaskState;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who has which item before them, by heartbeats, and which tasks there are on it.
@Repository
class StoredPresence {
    private final JdbcClient jdbc;

    StoredPresence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void see(UUID item, UUID person) {
        jdbc.sql("""
                        INSERT INTO item_presence (item_id, person_id, seen_at) VALUES (:item, :person, clock_timestamp())
                        ON CONFLICT (item_id, person_id) DO UPDATE SET seen_at = excluded.seen_at
                        """).param("item", item).param("person", person).update();
    }

    /// Whoever looked within half a minute, and whoever holds a task on it. Holders of blind second looks are left
    /// out, looking or not.
    List<Looking.Person> others(UUID item, UUID person) {
        return jdbc.sql("""
                        WITH holder AS (
                            SELECT claimed_by AS id, bool_or(kind = 'SECOND') AS blind FROM review_task
                             WHERE item_id = :item AND state = 'CLAIMED' AND purpose = 'LIVE' GROUP BY claimed_by),
                        other AS (
                            SELECT person_id AS id FROM item_presence
                             WHERE item_id = :item AND seen_at > clock_timestamp() - interval '30 seconds'
                            UNION SELECT id FROM holder)
                        SELECT person.id, person.display_name, holder.id IS NOT NULL AS holds
                          FROM other JOIN person ON person.id = other.id
                          LEFT JOIN holder ON holder.id = other.id
                         WHERE person.id <> :person AND holder.blind IS NOT TRUE
                         ORDER BY person.display_name, person.id
                        """)
                .param("item", item)
                .param("person", person)
                .query((row, number) ->
                        new Looking.Person(row.getString("id"), row.getString("display_name"), row.getBoolean("holds")))
                .list();
    }

    /// The kind of the person's task of real work on the item.
    Optional<TaskKind> heldBy(UUID person, UUID item) {
        return jdbc.sql("""
                        SELECT kind FROM review_task
                         WHERE item_id = :item AND claimed_by = :person AND state = 'CLAIMED' AND purpose = 'LIVE'
                         ORDER BY round DESC LIMIT 1
                        """)
                .param("item", item)
                .param("person", person)
                .query((row, number) -> TaskKind.valueOf(row.getString("kind")))
                .optional();
    }

    List<Place> places(UUID item) {
        return jdbc.sql("""
                        SELECT task.id, task.kind, task.queue_key, task.state, task.enqueued_at, task.deadline_at,
                               holder.display_name AS holder, task.leased_until,
                               CASE WHEN task.reserved_until IS NULL OR task.reserved_until > clock_timestamp()
                                    THEN kept.display_name END AS kept_for
                          FROM review_task AS task
                          LEFT JOIN person AS holder ON holder.id = task.claimed_by
                          LEFT JOIN person AS kept ON kept.id = task.reserved_for
                         WHERE task.item_id = :item AND task.state IN ('OPEN', 'CLAIMED') AND task.purpose = 'LIVE'
                         ORDER BY task.round, task.id
                        """)
                .param("item", item)
                .query((row, number) -> {
                    @Nullable Timestamp until = row.getTimestamp("leased_until");
                    return new Place(
                            row.getString("id"),
                            TaskKind.valueOf(row.getString("kind")),
                            row.getString("queue_key"),
                            TaskState.valueOf(row.getString("state")),
                            row.getTimestamp("enqueued_at").toInstant(),
                            row.getTimestamp("deadline_at").toInstant(),
                            row.getString("holder"),
                            until == null ? null : until.toInstant(),
                            row.getString("kept_for"));
                })
                .list();
    }

    void forget() {
        jdbc.sql("DELETE FROM item_presence WHERE seen_at < clock_timestamp() - interval '1 minute'")
                .update();
    }
}
