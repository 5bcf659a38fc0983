package dev.docket.backend.queue;

import dev.docket.backend.platform.Ids;
import dev.docket.dto.review.TaskKind;
import dev.docket.dto.review.TaskState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Review tasks in their table. Every state moves by a conditional UPDATE whose row count is
/// read; every lease time is the database's.
@Repository
class StoredTasks {
    private static final String COLUMNS = """
            task.id, task.item_id, task.kind, task.round, task.queue_key, task.language, task.state, task.severity,
            task.probability, task.deadline_at, task.enqueued_at, task.claimed_by, task.leased_until, task.lease_number,
            task.skips, task.reason, task.note, task.purpose
            """;

    private static final String CLAIM = """
            WITH head AS MATERIALIZED (
                SELECT waiting.id, waiting.deadline_at
                  FROM unnest(:queues::text[]) AS queue (key) %s
                 CROSS JOIN LATERAL (
                        SELECT task.id, task.deadline_at
                          FROM review_task AS task
                         WHERE task.queue_key = queue.key AND task.state = 'OPEN' %s
                           AND (task.reserved_for IS NULL OR task.reserved_for = :person
                                OR task.reserved_until <= clock_timestamp())
                           AND (NOT task.kept_from_some
                                OR NOT EXISTS (SELECT FROM review_task_skip AS skip
                                                WHERE skip.task_id = task.id AND skip.person_id = :person))
                         ORDER BY task.deadline_at, task.id
                         LIMIT :window) AS waiting
                 ORDER BY waiting.deadline_at, waiting.id
                 LIMIT :window),
            next AS MATERIALIZED (
                SELECT task.id
                  FROM head JOIN review_task AS task ON task.id = head.id AND task.state = 'OPEN'
                 ORDER BY head.deadline_at, head.id
                 LIMIT greatest(0, least(:count, :mostHeld - (
                           SELECT count(*) FROM review_task AS held
                            WHERE held.claimed_by = :person AND held.state = 'CLAIMED')))
                   FOR UPDATE OF task SKIP LOCKED)
            UPDATE review_task AS task
               SET state = 'CLAIMED', claimed_by = :person, lease_number = lease_number + 1,
                   leased_until = clock_timestamp() + make_interval(secs => :lease)
              FROM next WHERE task.id = next.id
            RETURNING
            """ + COLUMNS;

    /// For who reads every language.
    static final String CLAIM_ANY = CLAIM.formatted("", "");

    /// For who reads some: looks at the head of each queue and language, so that what few items are in is found as soon
    /// however many others wait before it.
    static final String CLAIM_READ = CLAIM.formatted(
            "CROSS JOIN unnest(:languages::text[]) AS spoken (language)", "AND task.language = spoken.language");

    private final JdbcClient jdbc;

    StoredTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Enqueues unless the item already waits in this round.
    ///
    /// @return the queue it waits in, which may be the one for its source; empty when no task was made
    Optional<String> enqueue(NewTask task) {
        return jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, probability,
                                                 deadline_at, reason)
                        VALUES (:id, :item, 'FIRST', :round, coalesce(%s, :queue), :language, :severity, :probability,
                                clock_timestamp() + make_interval(secs => :slack), :reason)
                        ON CONFLICT (item_id, kind, round) WHERE state IN ('OPEN', 'CLAIMED') AND purpose = 'LIVE'
                        DO NOTHING
                        RETURNING queue_key
                        """.formatted(SourceQueues.OF_ITEM))
                .param("id", task.id())
                .param("item", task.item())
                .param("round", task.round())
                .param("queue", task.queue())
                .param("language", task.language())
                .param("severity", task.severity())
                .param("probability", task.probability())
                .param("slack", (double) task.slackSeconds())
                .param("reason", task.reason())
                .query(String.class)
                .optional();
    }

    /// Opens a look in the round after every look and decision there was, and keeps from it who
    /// took part.
    ///
    /// @return whether a task was made; not when one of its kind waits already
    boolean open(NewLook look, long slackSeconds) {
        var made = jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, probability,
                                                 deadline_at, reason)
                        SELECT :id, :item, :kind, :round, :queue,
                               coalesce((SELECT language FROM review_task WHERE item_id = :item
                                          ORDER BY round LIMIT 1), :unknown),
                               :severity, :probability, clock_timestamp() + make_interval(secs => :slack), :reason
                         WHERE NOT EXISTS (SELECT FROM review_task
                                            WHERE item_id = :item AND kind = :kind AND purpose = 'LIVE'
                                              AND state IN ('OPEN', 'CLAIMED'))
                        ON CONFLICT (item_id, kind, round) WHERE state IN ('OPEN', 'CLAIMED') AND purpose = 'LIVE'
                        DO NOTHING
                        RETURNING id
                        """)
                .param("id", Ids.next())
                .param("item", look.item())
                .param("kind", look.kind().name())
                .param("round", nextRound(look.item()))
                .param("queue", look.queue())
                .param("unknown", Languages.UNKNOWN)
                .param("severity", look.severity())
                .param("probability", look.probability())
                .param("slack", (double) slackSeconds)
                .param("reason", look.reason())
                .query(UUID.class)
                .optional();
        made.ifPresent(task -> bar(task, look.barred()));
        return made.isPresent();
    }

    private void bar(UUID task, Collection<UUID> people) {
        jdbc.sql("""
                        INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at)
                        SELECT :task, person, 'INVOLVED', clock_timestamp() FROM unnest(:people::uuid[]) AS person
                        ON CONFLICT (task_id, person_id) DO NOTHING
                        """)
                .param("task", task)
                .param("people", people.toArray(UUID[]::new))
                .update();
    }

    /// Gives back what a person was leased just now, and offers it to them no more while they are not cleared for it.
    void keepFrom(UUID task, UUID person) {
        jdbc.sql("""
                        WITH barred AS (
                            INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at)
                            VALUES (:task, :person, 'NOT_CLEARED', clock_timestamp())
                            ON CONFLICT (task_id, person_id) DO NOTHING)
                        UPDATE review_task SET state = 'OPEN', claimed_by = NULL, leased_until = NULL
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person
                        """).param("task", task).param("person", person).update();
    }

    /// Offers again what somebody was not cleared for; they may be now.
    ///
    /// @param person null for everybody
    void offerAgain(@Nullable UUID person) {
        jdbc.sql("""
                        DELETE FROM review_task_skip
                         WHERE reason = 'NOT_CLEARED' AND (:person::uuid IS NULL OR person_id = :person)
                        """).param("person", person, java.sql.Types.OTHER).update();
    }

    /// The number after every look and decision there was. Rounds of one item are begun one after
    /// another: two begun at once would have the same number, and one of them could never be decided.
    int nextRound(UUID item) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:item::text, 0))")
                .param("item", item)
                .query(row -> {});
        return jdbc.sql("""
                        SELECT 1 + greatest((SELECT coalesce(max(round), 0) FROM review_task WHERE item_id = :item),
                                            (SELECT coalesce(max(round), 0) FROM decision WHERE item_id = :item))
                        """).param("item", item).query(Integer.class).single();
    }

    /// Cancels looks after this round that nobody has begun.
    ///
    /// @return false when one of them was begun
    boolean takeBack(UUID item, int round) {
        int begun = jdbc.sql("""
                        WITH later AS MATERIALIZED (
                            SELECT id, state FROM review_task
                             WHERE item_id = :item AND round > :round AND purpose = 'LIVE' AND kind <> 'APPEAL'
                               AND state <> 'CANCELLED' FOR UPDATE),
                        cancelled AS (
                            UPDATE review_task SET state = 'CANCELLED' FROM later
                             WHERE review_task.id = later.id AND later.state = 'OPEN')
                        SELECT count(*) FROM later WHERE state <> 'OPEN'
                        """)
                .param("item", item)
                .param("round", round)
                .query(Integer.class)
                .single();
        return begun == 0;
    }

    /// Live tasks of the item that are open or held, but for appeals, locked until the transaction ends.
    List<TaskRow> lockLive(UUID item) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM review_task AS task
                         WHERE item_id = :item AND purpose = 'LIVE' AND kind <> 'APPEAL'
                           AND state IN ('OPEN', 'CLAIMED')
                           FOR UPDATE
                        """)
                .param("item", item)
                .query((row, number) -> read(row))
                .list();
    }

    void withdraw(UUID item, UUID decision) {
        jdbc.sql("""
                        UPDATE review_task SET state = 'CANCELLED', withdrawn_by = :decision
                         WHERE item_id = :item AND purpose = 'LIVE' AND kind <> 'APPEAL' AND state = 'OPEN'
                        """).param("item", item).param("decision", decision).update();
    }

    /// @return the queues they wait in again
    List<String> putBackWithdrawn(UUID decision) {
        return jdbc.sql("""
                        UPDATE review_task SET state = 'OPEN', withdrawn_by = NULL
                         WHERE withdrawn_by = :decision AND state = 'CANCELLED'
                        RETURNING queue_key
                        """)
                .param("decision", decision)
                .query((row, number) -> row.getString("queue_key"))
                .list();
    }

    /// Leases the most urgent tasks the person may take.
    ///
    /// The heads of the queues are read first, without locks, each from its own stretch of
    /// the partial index: neither the length of a queue nor what waits behind its head
    /// matters. Of those, only as many are locked as are leased, so whoever claims at the
    /// same time finds every other task free; `window` says how many heads of a queue are
    /// looked at, and must be larger where many claim at once. MATERIALIZED is load-bearing:
    /// as a plain IN the locking subquery may be run more than once and lease more than it
    /// returns.
    ///
    /// How many the person holds is counted in the same statement, so the cap holds only among
    /// claims that come one after another: see [#claimAlone].
    List<TaskRow> claim(Claim claim, int window) {
        return jdbc.sql(claim.anyLanguage() ? CLAIM_ANY : CLAIM_READ)
                .param("queues", claim.queues().toArray(String[]::new))
                .param("languages", claim.languages().toArray(String[]::new))
                .param("person", claim.person())
                .param("count", claim.count())
                .param("mostHeld", claim.mostHeld())
                .param("window", window)
                .param("lease", (double) claim.lease().toSeconds())
                .query((row, number) -> read(row))
                .list();
    }

    /// Makes other claims of the same person wait until the caller's transaction ends. Not merged with the claim:
    /// a statement sees the rows as they were before it waited.
    void claimAlone(UUID person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:person, 1))")
                .param("person", person.toString())
                .query((row, number) -> person)
                .list();
    }

    /// @return the new end of the lease; empty when it is not this person's live one
    Optional<Instant> renew(UUID task, UUID person, long lease, Duration length) {
        return jdbc.sql("""
                        UPDATE review_task
                           SET leased_until = greatest(leased_until, clock_timestamp() + make_interval(secs => :length))
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person AND lease_number = :lease
                           AND leased_until > clock_timestamp()
                        RETURNING leased_until
                        """)
                .param("task", task)
                .param("person", person)
                .param("lease", lease)
                .param("length", (double) length.toSeconds())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /// Makes tasks whose lease ran out claimable again.
    List<LostLease> reclaimExpired() {
        return jdbc.sql("""
                        WITH expired AS MATERIALIZED (
                            SELECT id, claimed_by FROM review_task
                             WHERE state = 'CLAIMED' AND leased_until <= clock_timestamp()
                             ORDER BY leased_until LIMIT 500 FOR UPDATE SKIP LOCKED)
                        UPDATE review_task AS task SET state = 'OPEN', claimed_by = NULL, leased_until = NULL
                          FROM expired WHERE task.id = expired.id
                        RETURNING task.id, expired.claimed_by, task.queue_key
                        """)
                .query((row, number) -> new LostLease(
                        row.getObject("id", UUID.class),
                        row.getObject("claimed_by", UUID.class),
                        row.getString("queue_key")))
                .list();
    }

    /// Closes the task if the lease is this person's live one and they took no part in an
    /// earlier decision.
    Optional<TaskRow> complete(UUID task, UUID person, long lease) {
        return jdbc.sql("""
                        UPDATE review_task AS task
                           SET state = 'DONE', done_at = clock_timestamp(), leased_until = NULL
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person AND lease_number = :lease
                           AND leased_until > clock_timestamp()
                           AND NOT EXISTS (SELECT FROM review_task_skip AS skip
                                            WHERE skip.task_id = task.id AND skip.person_id = :person
                                              AND skip.reason = 'INVOLVED')
                        RETURNING
                        """ + COLUMNS)
                .param("task", task)
                .param("person", person)
                .param("lease", lease)
                .query((row, number) -> read(row))
                .optional();
    }

    /// @return whether the task was done, and is now this person's again
    boolean giveBack(UUID task, UUID person, Duration lease) {
        return jdbc.sql("""
                        UPDATE review_task
                           SET state = 'CLAIMED', claimed_by = :person, lease_number = lease_number + 1, done_at = NULL,
                               leased_until = clock_timestamp() + make_interval(secs => :lease)
                         WHERE id = :task AND state = 'DONE'
                        """)
                        .param("task", task)
                        .param("person", person)
                        .param("lease", (double) lease.toSeconds())
                        .update()
                == 1;
    }

    void recordSkip(UUID task, UUID person, String reason, @Nullable String comment, Instant now) {
        jdbc.sql("""
                        INSERT INTO review_task_skip (task_id, person_id, reason, comment, skipped_at)
                        VALUES (:task, :person, :reason, :comment, :now)
                        ON CONFLICT (task_id, person_id) DO NOTHING
                        """)
                .param("task", task)
                .param("person", person)
                .param("reason", reason)
                .param("comment", comment)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Whether the task is kept from this person because they took part in an earlier decision.
    boolean isBarred(UUID task, UUID person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM review_task_skip
                                        WHERE task_id = :task AND person_id = :person AND reason = 'INVOLVED')
                        """)
                .param("task", task)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// Puts a task that is held under this lease back into a queue. A trial task is for its
    /// person or nobody: it ends.
    ///
    /// @param skips by how much its count of skips rises
    /// @return the task as it now waits; empty when the lease is not this person's live one
    Optional<TaskRow> putBack(PutBack move) {
        return jdbc.sql("""
                        UPDATE review_task AS task
                           SET state = CASE WHEN purpose = 'LIVE' THEN 'OPEN' ELSE 'CANCELLED' END,
                               claimed_by = NULL, leased_until = NULL, skips = skips + :skips,
                               queue_key = CASE WHEN skips + :skips >= :mostSkips THEN :lastResort
                                                ELSE coalesce(:queue, queue_key) END,
                               came_from = CASE WHEN skips + :skips >= :mostSkips OR :queue <> queue_key
                                                THEN queue_key ELSE came_from END,
                               moved_at = clock_timestamp(), reserved_for = :reservedFor,
                               reserved_until = clock_timestamp() + make_interval(secs => :reservedSeconds),
                               note = coalesce(:note, note)
                         WHERE id = :task AND state = 'CLAIMED' AND claimed_by = :person AND lease_number = :lease
                           AND leased_until > clock_timestamp()
                        RETURNING
                        """ + COLUMNS)
                .param("task", move.task())
                .param("person", move.person())
                .param("lease", move.lease())
                .param("skips", move.skips())
                .param("mostSkips", move.mostSkips())
                .param("lastResort", Queues.ADJUDICATION)
                .param("queue", move.queue(), java.sql.Types.VARCHAR)
                .param("reservedFor", move.reservedFor(), java.sql.Types.OTHER)
                .param("reservedSeconds", (double) move.reserved().toSeconds())
                .param("note", move.note(), java.sql.Types.VARCHAR)
                .query((row, number) -> read(row))
                .optional();
    }

    /// Whether the task is never offered to this person.
    boolean isKeptFrom(UUID task, UUID person) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM review_task_skip WHERE task_id = :task AND person_id = :person)
                        """)
                .param("task", task)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    Set<UUID> keptFrom(UUID task) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT person_id FROM review_task_skip WHERE task_id = :task")
                .param("task", task)
                .query(UUID.class)
                .list());
    }

    Optional<TaskRow> find(UUID task) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM review_task AS task WHERE id = :task")
                .param("task", task)
                .query((row, number) -> read(row))
                .optional();
    }

    /// The tasks on the item, of whatever purpose, that the person holds now.
    List<UUID> heldOn(UUID item, UUID person) {
        return jdbc.sql("""
                        SELECT id FROM review_task
                         WHERE item_id = :item AND claimed_by = :person AND state = 'CLAIMED'
                        """)
                .param("item", item)
                .param("person", person)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// The item's latest task of real work.
    Optional<TaskRow> latestOf(UUID item) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM review_task AS task WHERE item_id = :item AND purpose = 'LIVE'
                         ORDER BY round DESC, enqueued_at DESC LIMIT 1
                        """)
                .param("item", item)
                .query((row, number) -> read(row))
                .optional();
    }

    /// The item's first task of real work in the queue of a policy.
    Optional<TaskRow> firstOf(UUID item) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM review_task AS task
                         WHERE item_id = :item AND purpose = 'LIVE' AND kind = 'FIRST'
                         ORDER BY round, enqueued_at, id LIMIT 1
                        """)
                .param("item", item)
                .query((row, number) -> read(row))
                .optional();
    }

    boolean isAppealed(UUID item) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM review_task
                                        WHERE item_id = :item AND kind = 'APPEAL' AND state IN ('OPEN', 'CLAIMED'))
                        """).param("item", item).query(Boolean.class).single();
    }

    /// Moves the deadline of whatever waits for the item; it is never moved back.
    List<String> hasten(UUID item, Hastened slackOf) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM review_task AS task WHERE item_id = :item AND state = 'OPEN'")
                .param("item", item)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .filter(task -> hasten(task, slackOf.seconds(task)))
                .map(TaskRow::queue)
                .toList();
    }

    private boolean hasten(TaskRow task, long slackSeconds) {
        return jdbc.sql("""
                        UPDATE review_task SET deadline_at = enqueued_at + make_interval(secs => :slack)
                         WHERE id = :task AND state = 'OPEN'
                           AND deadline_at > enqueued_at + make_interval(secs => :slack)
                        """)
                        .param("task", task.id())
                        .param("slack", (double) slackSeconds)
                        .update()
                == 1;
    }

    void cancelOf(UUID item) {
        jdbc.sql("UPDATE review_task SET state = 'CANCELLED' WHERE item_id = :item AND state = 'OPEN'")
                .param("item", item)
                .update();
    }

    void forgetNotes(UUID item) {
        jdbc.sql("UPDATE review_task SET note = NULL WHERE item_id = :item")
                .param("item", item)
                .update();
        jdbc.sql("""
                        UPDATE review_task_skip SET comment = NULL
                         WHERE task_id IN (SELECT id FROM review_task WHERE item_id = :item)
                        """).param("item", item).update();
    }

    private static TaskRow read(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                row.getInt("round"),
                row.getString("queue_key"),
                row.getString("language"),
                TaskState.valueOf(row.getString("state")),
                row.getInt("severity"),
                row.getDouble("probability"),
                row.getTimestamp("deadline_at").toInstant(),
                row.getObject("claimed_by", UUID.class),
                instant(row, "leased_until"),
                row.getLong("lease_number"),
                row.getString("reason"),
                row.getString("note"),
                Purpose.valueOf(row.getString("purpose")),
                row.getTimestamp("enqueued_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// A task to be.
    record NewTask(
            UUID id,
            UUID item,
            int round,
            String queue,
            String language,
            int severity,
            double probability,
            long slackSeconds,
            String reason) {}

    /// What a person may take.
    record Claim(
            UUID person,
            Collection<String> queues,
            Set<String> languages,
            boolean anyLanguage,
            int count,
            int mostHeld,
            Duration lease) {
        /// The same claim after some of it was met.
        Claim less(int met) {
            return new Claim(person, queues, languages, anyLanguage, count - met, mostHeld, lease);
        }
    }

    /// Where a held task goes when its holder gives it up.
    record PutBack(
            UUID task,
            UUID person,
            long lease,
            int skips,
            int mostSkips,
            @Nullable String queue,
            @Nullable UUID reservedFor,
            Duration reserved,
            @Nullable String note) {}

    record LostLease(UUID task, UUID person, String queue) {}

    /// Says how many seconds of slack a task deserves now.
    interface Hastened {
        long seconds(TaskRow task);
    }
}
