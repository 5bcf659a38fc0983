package dev.docket.backend.review;

import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
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

/// Decisions in their table. Never edited but for their state, which moves by conditional UPDATEs.
@Repository
class StoredDecisions {
    /// One backend at a time makes decisions effective, so that their numbers rise in the order
    /// others can see them.
    private static final long EFFECT_LOCK = 0x446f636b65745245L;

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> NUMBERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredDecisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Writes a decision down, with times of the database's clock, as the one that stands for its item and round.
    ///
    /// @return empty, and nothing is written, when another stands there already
    Optional<Times> insert(Draft draft, Course course, Duration grace) {
        var finding = draft.finding();
        return jdbc.sql("""
                        WITH stood AS (
                            INSERT INTO standing_decision (item_id, round, decision_id)
                            VALUES (:item, :round, :id) ON CONFLICT DO NOTHING RETURNING decision_id)
                        INSERT INTO decision (id, decided_at, task_id, item_id, round, person_id, lease_number, kind,
                                              outcome, appeal_outcome, violations, actions, policy_versions, note,
                                              reasons, elapsed_ms, revealed, second_look_probability, state, undo_until)
                        SELECT stood.decision_id, clock.now, :task, :item, :round, :person, :lease, :kind,
                               :outcome, :appealOutcome, :violations::jsonb, :actions::jsonb, :policyVersions::jsonb,
                               :note, :reasons, :elapsedMs, :revealed, :drawn, :state,
                               clock.now + make_interval(secs => :grace)
                          FROM stood, (SELECT clock_timestamp() AS now) AS clock
                        RETURNING decided_at, undo_until
                        """)
                .param("id", draft.id())
                .param("task", draft.task(), Types.OTHER)
                .param("item", draft.item())
                .param("round", draft.round())
                .param("person", draft.person(), Types.OTHER)
                .param("lease", draft.lease(), Types.BIGINT)
                .param("kind", draft.kind().name())
                .param("outcome", finding.outcome().name())
                .param(
                        "appealOutcome",
                        draft.appealOutcome() == null
                                ? null
                                : draft.appealOutcome().name(),
                        Types.VARCHAR)
                .param("violations", json.writeValueAsString(finding.violations()))
                .param("actions", json.writeValueAsString(finding.actions()))
                .param("policyVersions", json.writeValueAsString(draft.policyVersions()))
                .param("note", finding.note(), Types.VARCHAR)
                .param("reasons", finding.reasons(), Types.VARCHAR)
                .param("elapsedMs", draft.elapsedMs(), Types.BIGINT)
                .param("revealed", draft.revealed(), Types.VARCHAR)
                .param("drawn", course.drawn(), Types.DOUBLE)
                .param("state", course.state().name())
                .param("grace", (double) grace.toSeconds())
                .query((row, number) -> new Times(
                        row.getTimestamp("decided_at").toInstant(),
                        row.getTimestamp("undo_until").toInstant()))
                .optional();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when the key was used meanwhile
    void remember(UUID person, String key, byte[] digest, DecisionReceipt receipt) {
        jdbc.sql("""
                        INSERT INTO decision_request (person_id, idempotency_key, body_sha256, response)
                        VALUES (:person, :key, :digest, :response::jsonb)
                        """)
                .param("person", person)
                .param("key", key)
                .param("digest", digest)
                .param("response", json.writeValueAsString(receipt))
                .update();
    }

    Optional<Answered> answered(UUID person, String key) {
        return jdbc.sql("""
                        SELECT body_sha256, response FROM decision_request
                         WHERE person_id = :person AND idempotency_key = :key
                        """)
                .param("person", person)
                .param("key", key)
                .query((row, number) -> new Answered(
                        row.getBytes("body_sha256"), json.readValue(row.getString("response"), DecisionReceipt.class)))
                .optional();
    }

    /// Takes a person's own decision back, within its grace time by the database's clock.
    Optional<Undone> undo(UUID decision, UUID person) {
        return undoIfBy(decision, person);
    }

    /// Takes a decision back that somebody or something else may have taken.
    Optional<Undone> undo(UUID decision) {
        return undoIfBy(decision, null);
    }

    private Optional<Undone> undoIfBy(UUID decision, @Nullable UUID person) {
        return jdbc.sql("""
                        WITH undone AS (
                            UPDATE decision SET state = 'UNDONE'
                             WHERE id = :decision AND (:person::uuid IS NULL OR person_id = :person)
                               AND state IN ('HELD', 'AWAITING_SECOND') AND undo_until > clock_timestamp()
                            RETURNING id, item_id, task_id, round),
                        unstood AS (
                            DELETE FROM standing_decision AS stood USING undone
                             WHERE stood.item_id = undone.item_id AND stood.round = undone.round
                               AND stood.decision_id = undone.id)
                        SELECT item_id, task_id, round FROM undone
                        """)
                .param("decision", decision)
                .param("person", person, Types.OTHER)
                .query((row, number) -> new Undone(
                        row.getObject("item_id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        row.getInt("round")))
                .optional();
    }

    /// Those of these decisions that wait for another look, and those of these tasks that led to such.
    Set<String> waiting(Collection<String> subjects) {
        return jdbc.sql("""
                        SELECT id FROM decision WHERE id = ANY(:subjects::uuid[]) AND state = 'AWAITING_SECOND'
                        UNION ALL
                        SELECT task_id FROM decision
                         WHERE task_id = ANY(:subjects::uuid[]) AND state = 'AWAITING_SECOND'
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .query((row, number) -> row.getString("id"))
                .set();
    }

    /// The items of these decisions and of these tasks, but for tasks of appeals.
    Map<String, UUID> itemsOf(Collection<String> subjects) {
        var items = new HashMap<String, UUID>();
        jdbc.sql("""
                        SELECT id, item_id FROM decision WHERE id = ANY(:subjects::uuid[])
                        UNION ALL
                        SELECT id, item_id FROM review_task
                         WHERE id = ANY(:subjects::uuid[]) AND kind <> 'APPEAL' AND purpose = 'LIVE'
                        """).param("subjects", subjects.toArray(String[]::new)).query(row -> {
            items.put(row.getString("id"), row.getObject("item_id", UUID.class));
        });
        return items;
    }

    /// Whether a decision on the item is in its grace time.
    boolean isHeld(UUID item) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM decision WHERE item_id = :item AND state = 'HELD')")
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    boolean isBy(UUID decision, UUID person) {
        return jdbc.sql("SELECT count(*) FROM decision WHERE id = :decision AND person_id = :person")
                        .param("decision", decision)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /// Ends the grace time of what is due, in the order it ended.
    ///
    /// An answer that upholds comes first: it changes nothing and is done. Then decisions
    /// become effective, and what stood before them is superseded, whether it was in effect or
    /// only waited.
    ///
    /// @return nothing while another backend is at it
    Due takeEffect(int most) {
        boolean mine = jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", EFFECT_LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return new Due(List.of(), List.of(), List.of());
        }
        var upheld = uphold(most);
        var effective = makeEffective(most);
        return new Due(upheld, effective.isEmpty() ? List.of() : supersede(effective), effective);
    }

    /// An answer that upholds ends as superseded by the decision it upholds: one alone is ever
    /// in effect.
    private List<TookEffect> uphold(int most) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT id, decided_at FROM decision
                             WHERE state = 'HELD' AND undo_until <= clock_timestamp() AND appeal_outcome = 'UPHOLD'
                             ORDER BY undo_until, id LIMIT :most FOR UPDATE)
                        UPDATE decision AS held SET state = 'SUPERSEDED', effective_at = clock_timestamp()
                          FROM due WHERE held.id = due.id AND held.decided_at = due.decided_at
                        RETURNING held.id, held.item_id, held.effective_at
                        """)
                .param("most", most)
                .query((row, number) -> tookEffect(row))
                .list();
    }

    private List<TookEffect> makeEffective(int most) {
        return jdbc.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT id, decided_at FROM decision
                             WHERE state = 'HELD' AND undo_until <= clock_timestamp()
                               AND appeal_outcome IS DISTINCT FROM 'UPHOLD'
                             ORDER BY undo_until, id LIMIT :most FOR UPDATE),
                        numbered AS (
                            SELECT id, decided_at, row_number() OVER (ORDER BY id)
                                   + (SELECT coalesce(max(effective_seq), 0) FROM decision) AS seq
                              FROM due),
                        effective AS (
                            UPDATE decision AS held
                               SET state = 'EFFECTIVE', effective_at = clock_timestamp(), effective_seq = numbered.seq
                              FROM numbered WHERE held.id = numbered.id AND held.decided_at = numbered.decided_at
                            RETURNING held.id, held.item_id, held.effective_at, held.effective_seq)
                        SELECT id, item_id, effective_at FROM effective ORDER BY effective_seq
                        """)
                .param("most", most)
                .query((row, number) -> tookEffect(row))
                .list();
    }

    /// Of several decisions on one item that took effect at once the one of the latest round stays.
    private List<DecisionSuperseded> supersede(List<TookEffect> effective) {
        return jdbc.sql("""
                        WITH later AS (
                            SELECT DISTINCT ON (item_id) id, item_id, round, effective_at FROM decision
                             WHERE id = ANY(:effective) ORDER BY item_id, round DESC),
                        earlier AS MATERIALIZED (
                            SELECT decision.id, decision.decided_at, decision.item_id, decision.state,
                                   later.id AS by_id, later.effective_at AS at
                              FROM decision JOIN later ON decision.item_id = later.item_id
                             WHERE decision.round < later.round AND decision.state IN ('EFFECTIVE', 'AWAITING_SECOND')
                               FOR UPDATE OF decision)
                        UPDATE decision SET state = 'SUPERSEDED'
                          FROM earlier WHERE decision.id = earlier.id AND decision.decided_at = earlier.decided_at
                        RETURNING earlier.id, earlier.by_id, earlier.item_id, earlier.state, earlier.at
                        """)
                .param("effective", effective.stream().map(TookEffect::decision).toArray(UUID[]::new))
                .query((row, number) -> new DecisionSuperseded(
                        row.getObject("id", UUID.class),
                        row.getObject("by_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getString("state").equals(DecisionState.EFFECTIVE.name()),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static TookEffect tookEffect(ResultSet row) throws SQLException {
        return new TookEffect(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getTimestamp("effective_at").toInstant());
    }

    /// The decision in effect for an item.
    Optional<EffectiveDecision> effective(UUID item) {
        return jdbc.sql("""
                        SELECT id, outcome, violations, actions, policy_versions, person_id, effective_at FROM decision
                         WHERE item_id = :item AND state = 'EFFECTIVE' ORDER BY round DESC LIMIT 1
                        """)
                .param("item", item)
                .query((row, number) -> effective(row))
                .optional();
    }

    void forgetNotes(UUID item) {
        jdbc.sql("UPDATE decision SET note = NULL WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    private EffectiveDecision effective(ResultSet row) throws SQLException {
        return new EffectiveDecision(
                row.getString("id"),
                null,
                null,
                null,
                Outcome.valueOf(row.getString("outcome")),
                json.readValue(row.getString("violations"), VIOLATIONS),
                json.readValue(row.getString("actions"), ACTIONS),
                json.readValue(row.getString("policy_versions"), NUMBERS),
                new EffectiveDecision.By(row.getObject("person_id") == null ? "AUTOMATION" : "PERSON"),
                row.getTimestamp("effective_at").toInstant());
    }

    record Times(Instant decidedAt, Instant undoUntil) {}

    record Answered(byte[] digest, DecisionReceipt receipt) {}

    /// @param task null where none led to the decision
    record Undone(UUID item, @Nullable UUID task, int round) {}

    record TookEffect(UUID decision, UUID item, Instant at) {}

    /// What the end of grace times brought about.
    record Due(List<TookEffect> upheld, List<DecisionSuperseded> superseded, List<TookEffect> effective) {
        int size() {
            return upheld.size() + effective.size();
        }

        /// Those that took effect.
        List<UUID> decisions() {
            return effective.stream().map(TookEffect::decision).toList();
        }

        /// Those that are settled by them.
        List<UUID> items() {
            return effective.stream().map(TookEffect::item).toList();
        }
    }
}
