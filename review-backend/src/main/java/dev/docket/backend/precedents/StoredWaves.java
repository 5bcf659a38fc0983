package dev.docket.backend.precedents;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.review.Finding;
import dev.docket.dto.precedents.WaveChanged;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveView.MemberState;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Waves that were decided, their members, and what waits to become one.
@Repository
class StoredWaves {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};
    private static final String COLUMNS = """
            SELECT wave.*, decider.display_name AS decider, approver.display_name AS approver,
                   settler.display_name AS settler
              FROM wave LEFT JOIN person AS decider ON decider.id = wave.decided_by
                        LEFT JOIN person AS approver ON approver.id = wave.approved_by
                        LEFT JOIN person AS settler ON settler.id = wave.settled_by
            """;

    private static final String CLEARED = """
            (:anyQueue OR NOT EXISTS (SELECT FROM wave_member AS member
                                       WHERE member.wave_id = wave.id AND member.queue_key <> ALL(:queues::text[])
                                         AND split_part(member.queue_key, '@', 1) <> ALL(:queues::text[])))
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredWaves(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A task of a first look that anybody may take.
    record Waiting(UUID item, String queue, Instant since) {}

    /// @param finding what the first person found
    /// @param by the first person
    /// @param approvedBy the second person, where they agreed
    /// @param second what the second person found; null while nobody judged it
    /// @param settledBy the third person; null where none was needed
    /// @param settled what is decided in place of the first one's finding; null where that is
    record Wave(
            UUID id,
            UUID leader,
            String queue,
            Finding finding,
            WaveState state,
            PersonName by,
            @Nullable PersonName approvedBy,
            @Nullable UUID secondBy,
            @Nullable Finding second,
            @Nullable PersonName settledBy,
            @Nullable Finding settled,
            Instant at,
            @Nullable Instant undoUntil) {
        UUID first() {
            return UUID.fromString(by.id());
        }

        /// What each item is decided by.
        Finding decided() {
            return settled == null ? finding : settled;
        }

        /// Who decides it: whoever settled it, or the first person.
        PersonName decider() {
            return settledBy == null ? by : settledBy;
        }

        /// What others than its decider found of it, without knowing of each other.
        List<Finding> others() {
            if (second == null) {
                return List.of();
            }
            return settledBy == null ? List.of(second) : List.of(finding, second);
        }
    }

    /// A finding as a row keeps it.
    private record Kept(
            Outcome outcome,
            List<Violation> violations,
            List<Action> actions,
            @Nullable String reasons) {
        static Kept of(Finding finding) {
            return new Kept(finding.outcome(), finding.violations(), finding.actions(), finding.reasons());
        }

        Finding finding() {
            return new Finding(outcome, violations, actions, null, reasons);
        }
    }

    record Member(
            UUID item,
            String queue,
            double similarity,
            MemberState state,
            @Nullable UUID decision,
            @Nullable DecisionState standing) {}

    /// Whose clearances count.
    record Reader(UUID person, Set<String> queues, Set<String> languages) {
        private static final String ANY = "*";

        static Reader of(Caller.Person person) {
            return new Reader(person.id(), person.queues(), person.languages());
        }

        boolean anyQueue() {
            return queues.contains(ANY);
        }

        boolean anyLanguage() {
            return languages.contains(ANY);
        }
    }

    /// What an item of a wave looks like.
    record Face(@Nullable String text, @Nullable String author, int media) {}

    /// The most urgent of every queue that this person could claim. First rounds only: who asked for another look
    /// wants a person's. What waits within a wave for its approval is spoken for.
    List<Waiting> waiting(Reader reader, int most) {
        return jdbc.sql("""
                        SELECT waiting.item_id, waiting.queue_key, waiting.enqueued_at
                          FROM (SELECT key, key AS policy FROM policy
                                UNION ALL SELECT policy_key || '@' || source, policy_key FROM source_queue) AS queue
                         CROSS JOIN LATERAL (
                               SELECT task.item_id, task.queue_key, task.enqueued_at, task.deadline_at
                                 FROM review_task AS task
                                WHERE task.queue_key = queue.key AND task.state = 'OPEN' AND task.purpose = 'LIVE'
                                  AND task.kind = 'FIRST' AND task.round = 1 AND task.reserved_for IS NULL
                                  AND (:anyLanguage OR task.language = ANY(:languages::text[]))
                                  AND (NOT task.kept_from_some
                                       OR NOT EXISTS (SELECT FROM review_task_skip AS skip
                                                       WHERE skip.task_id = task.id AND skip.person_id = :person))
                                ORDER BY task.deadline_at, task.id LIMIT :most) AS waiting
                         WHERE (:anyQueue OR queue.key = ANY(:queues::text[]) OR queue.policy = ANY(:queues::text[]))
                           AND NOT EXISTS (SELECT FROM wave_member AS member JOIN wave ON wave.id = member.wave_id
                                            WHERE member.item_id = waiting.item_id AND member.state = 'WAITING'
                                              AND wave.state IN ('AWAITING_APPROVAL', 'DISPUTED', 'DECIDING'))
                         ORDER BY waiting.deadline_at LIMIT :most
                        """)
                .param("queues", reader.queues().toArray(String[]::new))
                .param("anyQueue", reader.anyQueue())
                .param("languages", reader.languages().toArray(String[]::new))
                .param("anyLanguage", reader.anyLanguage())
                .param("person", reader.person())
                .param("most", most)
                .query((row, number) -> new Waiting(
                        row.getObject("item_id", UUID.class),
                        row.getString("queue_key"),
                        row.getTimestamp("enqueued_at").toInstant()))
                .list();
    }

    Map<UUID, Face> faces(Collection<UUID> items) {
        var faces = new HashMap<UUID, Face>();
        jdbc.sql("""
                        SELECT id, left(text, 400) AS text, coalesce(author ->> 'displayName', author_external_id) AS author,
                               jsonb_array_length(media) AS media
                          FROM item WHERE id = ANY(:items)
                        """).param("items", items.toArray(UUID[]::new)).query(row -> {
            faces.put(
                    row.getObject("id", UUID.class),
                    new Face(row.getString("text"), row.getString("author"), row.getInt("media")));
        });
        return faces;
    }

    void insert(UUID id, UUID leader, String queue, Finding finding, WaveState state, UUID by) {
        jdbc.sql("""
                        INSERT INTO wave (id, leader_id, queue_key, outcome, violations, actions, reasons, state, decided_by)
                        VALUES (:id, :leader, :queue, :outcome, :violations::jsonb, :actions::jsonb, :reasons, :state, :by)
                        """)
                .param("id", id)
                .param("leader", leader)
                .param("queue", queue)
                .param("outcome", finding.outcome().name())
                .param("violations", json.writeValueAsString(finding.violations()))
                .param("actions", json.writeValueAsString(finding.actions()))
                .param("reasons", finding.reasons(), Types.VARCHAR)
                .param("state", state.name())
                .param("by", by)
                .update();
    }

    void insertMembers(UUID wave, List<Member> members) {
        jdbc.sql("""
                        INSERT INTO wave_member (wave_id, item_id, queue_key, similarity, state)
                        SELECT :wave, item, queue, similarity, state
                          FROM unnest(:items::uuid[], :queues::text[], :similarities::double precision[], :states::text[])
                               AS row (item, queue, similarity, state)
                        """)
                .param("wave", wave)
                .param("items", members.stream().map(Member::item).toArray(UUID[]::new))
                .param("queues", members.stream().map(Member::queue).toArray(String[]::new))
                .param("similarities", members.stream().map(Member::similarity).toArray(Double[]::new))
                .param(
                        "states",
                        members.stream().map(member -> member.state().name()).toArray(String[]::new))
                .update();
    }

    /// Nothing to somebody who is not cleared for each of its queues.
    Optional<Wave> find(UUID id, Reader reader) {
        return jdbc.sql(COLUMNS + " WHERE wave.id = :id AND " + CLEARED)
                .param("id", id)
                .param("queues", reader.queues().toArray(String[]::new))
                .param("anyQueue", reader.anyQueue())
                .query((row, number) -> wave(row))
                .optional();
    }

    Optional<Wave> find(UUID id) {
        return jdbc.sql(COLUMNS + " WHERE wave.id = :id")
                .param("id", id)
                .query((row, number) -> wave(row))
                .optional();
    }

    /// Those that wait for somebody, and those decided since.
    List<Wave> openOrSince(Instant since, Reader reader) {
        return jdbc.sql(COLUMNS + """
                         WHERE (wave.state IN ('AWAITING_APPROVAL', 'DISPUTED', 'DECIDING')
                            OR (wave.state = 'DECIDED' AND wave.decided_at >= :since)) AND\s""" + CLEARED + """
                         ORDER BY wave.decided_at DESC LIMIT 100
                        """)
                .param("since", Timestamp.from(since))
                .param("queues", reader.queues().toArray(String[]::new))
                .param("anyQueue", reader.anyQueue())
                .query((row, number) -> wave(row))
                .list();
    }

    /// A wave that waits for a second or a third person.
    ///
    /// @param items how many are to be decided with it
    /// @param dueAt when the first of them is due
    record Pending(UUID id, WaveState state, String queue, int items, Instant since, Instant dueAt) {}

    /// Those that this person can judge or settle, the most urgent first. Who has judged a wave waits for others, and
    /// who took part in one of its items does not judge it either.
    List<Pending> pending(Reader reader) {
        return jdbc.sql("""
                        SELECT wave.id, wave.state, wave.queue_key, wave.decided_at, waiting.items,
                               coalesce(waiting.due_at, wave.decided_at) AS due_at
                          FROM wave
                         CROSS JOIN LATERAL (
                               SELECT count(DISTINCT member.item_id) AS items, min(task.deadline_at) AS due_at,
                                      coalesce(bool_or(skip.person_id IS NOT NULL), false) AS kept
                                 FROM wave_member AS member
                                 LEFT JOIN review_task AS task ON task.item_id = member.item_id
                                                              AND task.state IN ('OPEN', 'CLAIMED')
                                 LEFT JOIN review_task_skip AS skip ON skip.task_id = task.id
                                                                   AND skip.person_id = :person
                                                                   AND skip.reason = 'INVOLVED'
                                WHERE member.wave_id = wave.id AND member.state = 'WAITING') AS waiting
                         WHERE (wave.state = 'DISPUTED' OR wave.state = 'AWAITING_APPROVAL' AND NOT waiting.kept)
                           AND wave.decided_by <> :person AND wave.second_by IS DISTINCT FROM :person
                           AND\s""" + CLEARED + """
                         ORDER BY due_at LIMIT 100
                        """)
                .param("person", reader.person())
                .param("queues", reader.queues().toArray(String[]::new))
                .param("anyQueue", reader.anyQueue())
                .query((row, number) -> new Pending(
                        row.getObject("id", UUID.class),
                        WaveState.valueOf(row.getString("state")),
                        row.getString("queue_key"),
                        row.getInt("items"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getTimestamp("due_at").toInstant()))
                .list();
    }

    /// Waves that somebody began to decide and that were not finished: their backend is gone, or still at it.
    List<UUID> deciding(int olderThanSeconds) {
        return jdbc.sql("""
                        SELECT id FROM wave
                         WHERE state = 'DECIDING' AND decided_at < clock_timestamp() - make_interval(secs => :age)
                        """)
                .param("age", (double) olderThanSeconds)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// @return false when the wave was no longer in `from`
    boolean move(UUID id, WaveState from, WaveState to) {
        return jdbc.sql("UPDATE wave SET state = :to WHERE id = :id AND state = :from")
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    /// How far a wave has come.
    record Progress(String queue, WaveChanged changed) {}

    Optional<Progress> progress(UUID id) {
        return jdbc.sql("""
                        SELECT queue_key, leader_id, state,
                               (SELECT count(*) FROM wave_member
                                 WHERE wave_id = wave.id AND state <> 'EXCEPTED') AS size,
                               (SELECT count(*) FROM wave_member
                                 WHERE wave_id = wave.id AND state = 'DECIDED') AS decided
                          FROM wave WHERE id = :id
                        """)
                .param("id", id)
                .query((row, number) -> new Progress(
                        row.getString("queue_key"),
                        new WaveChanged(
                                id.toString(),
                                row.getString("leader_id"),
                                WaveState.valueOf(row.getString("state")),
                                row.getInt("size"),
                                row.getInt("decided"))))
                .optional();
    }

    /// @return false while some of its items are still to be decided, by whomever
    boolean finish(UUID id) {
        return jdbc.sql("""
                        UPDATE wave SET state = 'DECIDED'
                         WHERE id = :id AND state = 'DECIDING'
                           AND NOT EXISTS (SELECT FROM wave_member WHERE wave_id = :id AND state = 'WAITING')
                        """).param("id", id).update() == 1;
    }

    /// Keeps what the second person found.
    ///
    /// @param agreed what both found; null where they differ
    /// @return false when the wave does not wait for a second person, or not for this one
    boolean look(UUID id, UUID by, Finding found, @Nullable Finding agreed) {
        return jdbc.sql("""
                                UPDATE wave SET state = :state, second_by = :by, second = :found::jsonb,
                                                approved_by = CASE WHEN :agreed::jsonb IS NULL THEN NULL ELSE :by END,
                                                settled = :agreed::jsonb, decided_at = clock_timestamp()
                                 WHERE id = :id AND state = 'AWAITING_APPROVAL' AND decided_by <> :by
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("state", (agreed == null ? WaveState.DISPUTED : WaveState.DECIDING).name())
                        .param("found", json.writeValueAsString(Kept.of(found)))
                        .param(
                                "agreed",
                                agreed == null ? null : json.writeValueAsString(Kept.of(agreed)),
                                Types.VARCHAR)
                        .update()
                == 1;
    }

    /// @return false when there is nothing to settle, or not for this person
    boolean settle(UUID id, UUID by, Finding finding) {
        return jdbc.sql("""
                                UPDATE wave SET state = 'DECIDING', settled_by = :by, settled = :finding::jsonb,
                                                decided_at = clock_timestamp()
                                 WHERE id = :id AND state = 'DISPUTED' AND :by NOT IN (decided_by, second_by)
                                """)
                        .param("id", id)
                        .param("by", by)
                        .param("finding", json.writeValueAsString(Kept.of(finding)))
                        .update()
                == 1;
    }

    /// Leaves some of its items out as well.
    void except(UUID wave, Collection<UUID> items) {
        jdbc.sql("""
                        UPDATE wave_member SET state = 'EXCEPTED'
                         WHERE wave_id = :wave AND item_id = ANY(:items::uuid[]) AND state = 'WAITING'
                        """)
                .param("wave", wave)
                .param("items", items.toArray(UUID[]::new))
                .update();
    }

    /// Whether somebody is kept from looking at one of its items, having taken part in it.
    boolean isKeptFrom(UUID wave, UUID person) {
        return jdbc.sql("""
                        SELECT EXISTS (
                            SELECT FROM wave_member AS member
                              JOIN review_task AS task ON task.item_id = member.item_id AND task.state IN ('OPEN', 'CLAIMED')
                              JOIN review_task_skip AS skip ON skip.task_id = task.id AND skip.person_id = :person
                             WHERE member.wave_id = :wave AND member.state = 'WAITING' AND skip.reason = 'INVOLVED')
                        """)
                .param("wave", wave)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /// Those of these waves that somebody else than the reader judged, while others are still to judge them.
    Set<String> judgedByOthers(Collection<String> ids, UUID reader) {
        return jdbc.sql("""
                        SELECT id::text FROM wave
                         WHERE id = ANY(:ids::uuid[]) AND decided_by <> :reader
                           AND state IN ('AWAITING_APPROVAL', 'DISPUTED')
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("reader", reader)
                .query((row, number) -> row.getString(1))
                .set();
    }

    /// The end of the wave's grace time is that of the member whose grace time ends first.
    void undoUntil(UUID id, Instant until) {
        jdbc.sql("UPDATE wave SET undo_until = least(undo_until, :until) WHERE id = :id")
                .param("id", id)
                .param("until", Timestamp.from(until))
                .update();
    }

    List<Member> members(UUID wave) {
        return jdbc.sql("""
                        SELECT member.item_id, queue_key, similarity, member.state, decision_id,
                               decision.state AS standing
                          FROM wave_member AS member LEFT JOIN decision ON decision.id = decision_id
                         WHERE wave_id = :wave ORDER BY similarity DESC, member.item_id
                        """)
                .param("wave", wave)
                .query((row, number) -> member(row))
                .list();
    }

    /// Locked until the transaction ends; those that another backend is at are passed over.
    List<Member> next(UUID wave, MemberState state, int most) {
        return jdbc.sql("""
                        SELECT item_id, queue_key, similarity, state, decision_id, NULL::text AS standing
                          FROM wave_member
                         WHERE wave_id = :wave AND state = :state ORDER BY item_id LIMIT :most FOR UPDATE SKIP LOCKED
                        """)
                .param("wave", wave)
                .param("state", state.name())
                .param("most", most)
                .query((row, number) -> member(row))
                .list();
    }

    void mark(UUID wave, UUID item, MemberState state, @Nullable UUID decision) {
        jdbc.sql("""
                        UPDATE wave_member SET state = :state, decision_id = coalesce(:decision, decision_id)
                         WHERE wave_id = :wave AND item_id = :item
                        """)
                .param("wave", wave)
                .param("item", item)
                .param("state", state.name())
                .param("decision", decision, Types.OTHER)
                .update();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getObject("item_id", UUID.class),
                row.getString("queue_key"),
                row.getDouble("similarity"),
                MemberState.valueOf(row.getString("state")),
                row.getObject("decision_id", UUID.class),
                row.getString("standing") == null ? null : DecisionState.valueOf(row.getString("standing")));
    }

    private static PersonName named(UUID id, @Nullable String name) {
        return new PersonName(id.toString(), name == null ? "" : name);
    }

    private @Nullable Finding kept(@Nullable String finding) {
        return finding == null ? null : json.readValue(finding, Kept.class).finding();
    }

    private Wave wave(ResultSet row) throws SQLException {
        @Nullable Timestamp undoUntil = row.getTimestamp("undo_until");
        @Nullable UUID approver = row.getObject("approved_by", UUID.class);
        @Nullable UUID settler = row.getObject("settled_by", UUID.class);
        return new Wave(
                row.getObject("id", UUID.class),
                row.getObject("leader_id", UUID.class),
                row.getString("queue_key"),
                new Finding(
                        Outcome.valueOf(row.getString("outcome")),
                        json.readValue(row.getString("violations"), VIOLATIONS),
                        json.readValue(row.getString("actions"), ACTIONS),
                        null,
                        row.getString("reasons")),
                WaveState.valueOf(row.getString("state")),
                named(row.getObject("decided_by", UUID.class), row.getString("decider")),
                approver == null ? null : named(approver, row.getString("approver")),
                row.getObject("second_by", UUID.class),
                kept(row.getString("second")),
                settler == null ? null : named(settler, row.getString("settler")),
                kept(row.getString("settled")),
                row.getTimestamp("decided_at").toInstant(),
                undoUntil == null ? null : undoUntil.toInstant());
    }
}
