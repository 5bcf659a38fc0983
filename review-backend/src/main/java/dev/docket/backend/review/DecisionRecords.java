package dev.docket.backend.review;

import dev.docket.backend.queue.TaskInvolvement;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.DecisionKind;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads decisions back as they were taken.
@Repository
class DecisionRecords implements PastDecisions {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};
    private static final String COLUMNS = """
            SELECT id, item_id, task_id, round, kind, person_id, outcome, violations, actions, note, reasons,
                   appeal_outcome, policy_versions, state, decided_at, effective_at
              FROM decision
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TaskInvolvement parts;

    DecisionRecords(JdbcClient jdbc, JsonMapper json, TaskInvolvement parts) {
        this.jdbc = jdbc;
        this.json = json;
        this.parts = parts;
    }

    @Override
    public Optional<PastDecision> find(UUID decision) {
        return jdbc.sql(COLUMNS + " WHERE id = :id")
                .param("id", decision)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Map<UUID, PastDecision> findAll(Collection<UUID> decisions) {
        if (decisions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(COLUMNS + " WHERE id = ANY(:ids)")
                .param("ids", decisions.toArray(UUID[]::new))
                .query((row, number) -> read(row))
                .list()
                .stream()
                .collect(Collectors.toMap(PastDecision::id, Function.identity()));
    }

    @Override
    public List<PastDecision> of(UUID item) {
        return jdbc.sql(COLUMNS + " WHERE item_id = :item ORDER BY round, id")
                .param("item", item)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<PastDecision> effective(UUID item) {
        return jdbc.sql(COLUMNS + " WHERE item_id = :item AND state = 'EFFECTIVE' ORDER BY round DESC LIMIT 1")
                .param("item", item)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Set<UUID> involved(UUID item) {
        return with(deciders(item, null), parts.of(item));
    }

    @Override
    public Set<UUID> involvedBefore(UUID task, UUID item) {
        return with(deciders(item, task), parts.before(task, item));
    }

    private static Set<UUID> with(Set<UUID> deciders, Set<UUID> others) {
        var involved = new HashSet<>(deciders);
        involved.addAll(others);
        return involved;
    }

    private Set<UUID> deciders(UUID item, @Nullable UUID except) {
        return jdbc.sql("""
                        SELECT DISTINCT person_id FROM decision
                         WHERE item_id = :item AND person_id IS NOT NULL
                           AND (:except::uuid IS NULL OR task_id IS DISTINCT FROM :except::uuid)
                        """)
                .param("item", item)
                .param("except", except, Types.OTHER)
                .query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    private PastDecision read(ResultSet row) throws SQLException {
        @Nullable String appeal = row.getString("appeal_outcome");
        return new PastDecision(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getInt("round"),
                DecisionKind.valueOf(row.getString("kind")),
                row.getObject("person_id", UUID.class),
                new Finding(
                        Outcome.valueOf(row.getString("outcome")),
                        json.readValue(row.getString("violations"), VIOLATIONS),
                        json.readValue(row.getString("actions"), ACTIONS),
                        row.getString("note"),
                        row.getString("reasons")),
                appeal == null ? null : Outcome.valueOf(appeal),
                json.readValue(row.getString("policy_versions"), VERSIONS),
                DecisionState.valueOf(row.getString("state")),
                row.getTimestamp("decided_at").toInstant(),
                instant(row));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        @Nullable Timestamp at = row.getTimestamp("effective_at");
        return at == null ? null : at.toInstant();
    }
}
