package dev.docket.backend.queue;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.floor.FloorView;
import dev.docket.dto.floor.FloorView.Need;
import dev.docket.dto.floor.FloorView.PersonOnFloor;
import dev.docket.dto.floor.FloorView.QueueOnFloor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the floor from tasks, leases and decisions.
@Repository
class StoredFloor implements FloorWatch {
    private static final int MOST_PEOPLE = 2_000;
    private static final int MOST_NEEDS = 200;

    private final JdbcClient jdbc;
    private final Queues queues;
    private final QueueCounts counts;
    private final QueueTargets targets;
    private final ObjectProvider<FurtherNeeds> further;
    private final Clock clock;

    StoredFloor(
            JdbcClient jdbc,
            Queues queues,
            QueueCounts counts,
            QueueTargets targets,
            ObjectProvider<FurtherNeeds> further,
            Clock clock) {
        this.jdbc = jdbc;
        this.further = further;
        this.queues = queues;
        this.counts = counts;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public FloorView view(Caller.Person supervisor) {
        var all = queues.all();
        var counted = counts.of(all.keySet());
        var holders = holders();
        var promised = targets.all();
        return new FloorView(
                clock.instant(),
                all.entrySet().stream()
                        .map(queue -> queue(
                                queue.getKey(),
                                queue.getValue(),
                                Objects.requireNonNull(counted.get(queue.getKey()), "every queue is counted"),
                                holders.getOrDefault(queue.getKey(), List.of()),
                                promised))
                        .toList(),
                people(),
                needs(supervisor));
    }

    private static QueueOnFloor queue(
            String key,
            String title,
            QueueCounts.QueueCount count,
            List<String> people,
            Map<String, Integer> promised) {
        return new QueueOnFloor(
                key,
                title,
                count.waiting(),
                count.leased(),
                count.oldestAt(),
                count.atRisk() - count.late(),
                count.late(),
                people,
                count.nextDueAt(),
                promised.get(key));
    }

    private Map<String, List<String>> holders() {
        var holders = new java.util.HashMap<String, List<String>>();
        jdbc.sql("""
                        SELECT queue_key, array_agg(DISTINCT claimed_by::text) AS people
                          FROM review_task WHERE state = 'CLAIMED' GROUP BY queue_key
                        """).query(row -> {
            holders.put(row.getString("queue_key"), List.of((String[])
                    row.getArray("people").getArray()));
        });
        return holders;
    }

    /// A lease that was claimed or renewed now ends five minutes from now; one that ends later is a hold and tells
    /// nothing of when its holder was there.
    private List<PersonOnFloor> people() {
        return jdbc.sql("""
                        SELECT person.id, person.display_name, coalesce(held.tasks, 0) AS held, held.queue, held.since,
                               done.last_hour, done.today, greatest(held.seen, done.seen) AS seen
                          FROM person
                          LEFT JOIN LATERAL (
                                SELECT count(*) AS tasks,
                                       (array_agg(queue_key ORDER BY deadline_at, id)
                                            FILTER (WHERE claimed_by = person.id))[1] AS queue,
                                       max(leased_until - :lease * interval '1 second')
                                           FILTER (WHERE leased_until <= now() + :lease * interval '1 second') AS seen,
                                       min(leased_until - :lease * interval '1 second') AS since
                                  FROM review_task
                                 WHERE claimed_by = person.id AND state = 'CLAIMED') AS held ON true
                          LEFT JOIN LATERAL (
                                SELECT count(*) FILTER (WHERE decided_at > now() - interval '1 hour') AS last_hour,
                                       count(*) AS today, max(decided_at) AS seen
                                  FROM decision
                                 WHERE person_id = person.id AND decided_at > now() - interval '24 hours'
                                   AND state <> 'UNDONE') AS done ON true
                         WHERE person.disabled_at IS NULL AND (held.tasks > 0 OR done.last_hour > 0)
                         ORDER BY person.display_name, person.id LIMIT :most
                        """)
                .param("lease", ReviewQueue.LEASE.toSeconds())
                .param("most", MOST_PEOPLE)
                .query((row, number) -> new PersonOnFloor(
                        row.getString("id"),
                        row.getString("display_name"),
                        row.getInt("held"),
                        row.getInt("last_hour"),
                        instant(row, "seen"),
                        row.getString("queue"),
                        instant(row, "since"),
                        row.getInt("today")))
                .list();
    }

    private List<Need> needs(Caller.Person supervisor) {
        return Stream.concat(
                        tasks(supervisor.id()).stream(),
                        further.stream().flatMap(needs -> needs.of(supervisor).stream()))
                .sorted(Comparator.comparing(Need::dueAt))
                .toList();
    }

    /// What waits in adjudication, by why it is there.
    private List<Need> tasks(UUID supervisor) {
        return jdbc.sql("""
                        SELECT task.id,
                               CASE WHEN task.kind = 'ADJUDICATION' AND EXISTS (
                                         SELECT FROM decision AS held
                                          WHERE held.item_id = task.item_id AND held.state = 'AWAITING_SECOND'
                                            AND jsonb_path_exists(held.actions, '$[*] ? (@.type == "BAN")')) THEN 'HOLD'
                                    WHEN task.kind = 'ADJUDICATION' THEN 'ADJUDICATION'
                                    WHEN task.skips >= 3 THEN 'SKIPPED'
                                    ELSE 'ESCALATION' END AS need,
                               coalesce(task.came_from,
                                        (SELECT first.queue_key FROM review_task AS first
                                          WHERE first.item_id = task.item_id AND first.purpose = 'LIVE'
                                            AND first.queue_key <> 'adjudication'
                                          ORDER BY first.round LIMIT 1),
                                        task.queue_key) AS queue,
                               coalesce(task.note, task.reason) AS reason,
                               coalesce(task.moved_at, task.enqueued_at) AS since, task.deadline_at,
                               EXISTS (SELECT FROM review_task_skip AS skip
                                        WHERE skip.task_id = task.id AND skip.person_id = :person) AS kept
                          FROM review_task AS task
                         WHERE task.queue_key = 'adjudication' AND task.state = 'OPEN'
                         ORDER BY task.deadline_at, task.id LIMIT :most
                        """)
                .param("person", supervisor)
                .param("most", MOST_NEEDS)
                .query((row, number) -> Need.task(
                        row.getString("id"),
                        row.getString("need"),
                        row.getString("queue"),
                        row.getString("reason"),
                        Reasons.read(row.getString("reason")),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("deadline_at").toInstant(),
                        row.getBoolean("kept")))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
