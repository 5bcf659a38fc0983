package dev.docket.backend.quality;

import dev.docket.backend.people.People;
import dev.docket.dto.quality.GoldenItemView;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Golden items, and the decisions that settle them.
@Repository
class StoredGoldenItems {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};

    private static final String VIEW = """
            SELECT golden.id, golden.item_id, item.source, item.external_id, item.text, golden.queue_key, golden.outcome,
                   golden.violations, golden.policy_versions, golden.decision_id, golden.note, golden.made_by,
                   person.display_name, golden.made_at, golden.retired_at, answered.answers, answered.correct
              FROM golden_item AS golden
              JOIN item ON item.id = golden.item_id
              LEFT JOIN person ON person.id = golden.made_by
             CROSS JOIN LATERAL (
                   SELECT count(*) AS answers,
                          count(*) FILTER (WHERE answer.outcome = golden.outcome
                              AND ARRAY(SELECT v ->> 'policy' FROM jsonb_array_elements(answer.violations) AS v ORDER BY 1)
                                = ARRAY(SELECT v ->> 'policy' FROM jsonb_array_elements(golden.violations) AS v ORDER BY 1))
                              AS correct
                     FROM trial_task AS task JOIN trial_answer AS answer USING (task_id)
                    WHERE task.golden_id = golden.id AND answer.undone_at IS NULL
                      AND answer.outcome <> 'CANNOT_DECIDE') AS answered
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredGoldenItems(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return false when the item is golden already
    boolean insert(UUID id, Truth truth, String queue, @Nullable String note, UUID by, Instant now) {
        return jdbc.sql("""
                        INSERT INTO golden_item (id, item_id, queue_key, outcome, violations, policy_versions, decision_id,
                                                 note, made_by, made_at)
                        VALUES (:id, :item, :queue, :outcome, :violations::jsonb, :policyVersions::jsonb, :decision,
                                :note, :by, :now)
                        ON CONFLICT (item_id) WHERE retired_at IS NULL DO NOTHING
                        """)
                        .param("id", id)
                        .param("item", truth.item())
                        .param("queue", queue)
                        .param("outcome", truth.outcome().name())
                        .param("violations", json.writeValueAsString(truth.violations()))
                        .param("policyVersions", json.writeValueAsString(truth.policyVersions()))
                        .param("decision", truth.decision(), Types.OTHER)
                        .param("note", note, Types.VARCHAR)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<GoldenItemView> find(UUID id) {
        return jdbc.sql(VIEW + " WHERE golden.id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /// The newest first.
    ///
    /// @param before the id that ended the page before
    List<GoldenItemView> page(@Nullable UUID before, boolean retired, int limit) {
        return jdbc.sql(VIEW + """
                         WHERE (:before::uuid IS NULL OR golden.id < :before)
                           AND (:retired OR golden.retired_at IS NULL)
                         ORDER BY golden.id DESC LIMIT :limit
                        """)
                .param("before", before, Types.OTHER)
                .param("retired", retired)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /// @return whether it was not retired before
    boolean retire(UUID id, Instant now) {
        return jdbc.sql("UPDATE golden_item SET retired_at = :now WHERE id = :id AND retired_at IS NULL")
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Those in use whose truth is what this decision found.
    List<UUID> bySettling(UUID decision) {
        return jdbc.sql("SELECT id FROM golden_item WHERE decision_id = :decision AND retired_at IS NULL")
                .param("decision", decision)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    void forget(UUID item, Instant now) {
        jdbc.sql("UPDATE golden_item SET note = NULL, retired_at = coalesce(retired_at, :now) WHERE item_id = :item")
                .param("item", item)
                .param("now", Timestamp.from(now))
                .update();
    }

    /// Decisions that settle an item: adjudications and those of appeals, in their grace time too; the latest first.
    List<Truth> settled(@Nullable UUID decision, @Nullable UUID item) {
        return jdbc.sql("""
                        SELECT id, item_id, outcome, violations, policy_versions FROM decision
                         WHERE (:decision::uuid IS NULL OR id = :decision) AND (:item::uuid IS NULL OR item_id = :item)
                           AND kind IN ('ADJUDICATION', 'APPEAL') AND outcome IN ('APPROVE', 'VIOLATION')
                           AND state IN ('HELD', 'EFFECTIVE', 'SUPERSEDED')
                         ORDER BY round DESC
                        """)
                .param("decision", decision, Types.OTHER)
                .param("item", item, Types.OTHER)
                .query((row, number) -> new Truth(
                        row.getObject("item_id", UUID.class),
                        Outcome.valueOf(row.getString("outcome")),
                        json.readValue(row.getString("violations"), VIOLATIONS),
                        json.readValue(row.getString("policy_versions"), VERSIONS),
                        row.getObject("id", UUID.class)))
                .list();
    }

    /// A golden item that may pass before the person: in a queue and language they are
    /// cleared for, settled without them, never before them in any way, and waiting for
    /// nobody in earnest. Drawn at random among those of the queues they work in now, or else
    /// of any.
    Optional<Candidate> draw(People.Clearance person, List<String> working) {
        return jdbc.sql("""
                        SELECT golden.id, golden.item_id, golden.queue_key
                          FROM golden_item AS golden JOIN item ON item.id = golden.item_id AND item.state <> 'ERASED'
                         WHERE golden.retired_at IS NULL AND golden.made_by <> :person
                           AND ('*' = ANY(:queues::text[]) OR golden.queue_key = ANY(:queues::text[])
                                OR split_part(golden.queue_key, '@', 1) = ANY(:queues::text[]))
                           AND ('*' = ANY(:languages::text[]) OR item.language IS NULL
                                OR split_part(lower(item.language), '-', 1) = ANY(:languages::text[]))
                           AND NOT EXISTS (SELECT FROM decision
                                            WHERE decision.item_id = item.id
                                              AND (decision.person_id = :person OR decision.state = 'HELD'))
                           AND NOT EXISTS (SELECT FROM trial_task AS task
                                            WHERE task.item_id = item.id AND task.person_id = :person)
                           AND NOT EXISTS (SELECT FROM review_task AS task
                                            WHERE task.item_id = item.id AND task.purpose = 'LIVE'
                                              AND (task.state IN ('OPEN', 'CLAIMED') OR task.claimed_by = :person))
                           AND NOT EXISTS (SELECT FROM review_task_skip AS skip JOIN review_task AS task ON task.id = skip.task_id
                                            WHERE task.item_id = item.id AND skip.person_id = :person)
                           AND NOT EXISTS (SELECT FROM task_question AS question
                                            WHERE question.item_id = item.id
                                              AND :person IN (question.asked_to, question.answered_by))
                           AND NOT EXISTS (SELECT FROM item_part AS part
                                            WHERE part.item_id = item.id AND part.person_id = :person)
                         ORDER BY golden.queue_key = ANY(:working::text[]) DESC, random() LIMIT 1
                        """)
                .param("person", person.person())
                .param("queues", person.queues().toArray(String[]::new))
                .param(
                        "languages",
                        person.languages().stream()
                                .map(StoredGoldenItems::primary)
                                .toArray(String[]::new))
                .param("working", working.toArray(String[]::new))
                .query((row, number) -> new Candidate(
                        row.getObject("id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getString("queue_key")))
                .optional();
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(java.util.Locale.ROOT);
    }

    private GoldenItemView view(ResultSet row) throws SQLException {
        var retired = row.getTimestamp("retired_at");
        String name = row.getString("display_name");
        return new GoldenItemView(
                row.getString("id"),
                row.getString("item_id"),
                row.getString("source"),
                row.getString("external_id"),
                row.getString("text"),
                row.getString("queue_key"),
                Outcome.valueOf(row.getString("outcome")),
                json.readValue(row.getString("violations"), VIOLATIONS),
                json.readValue(row.getString("policy_versions"), VERSIONS),
                row.getString("decision_id"),
                row.getString("note"),
                new PersonName(row.getString("made_by"), name == null ? "" : name),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("answers"),
                row.getInt("correct"),
                retired == null ? null : retired.toInstant());
    }

    /// @param queue where it passes
    record Candidate(UUID golden, UUID item, String queue) {}
}
