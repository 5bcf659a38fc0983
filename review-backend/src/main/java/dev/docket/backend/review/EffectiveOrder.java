package dev.docket.backend.review;

import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.EffectiveDecision;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the order from the decisions' `effective_seq`.
///
/// Whoever gives these numbers does so one transaction at a time, under a lock held until it commits: a number would
/// otherwise become visible after a higher one, and who polls would step over it for ever. So reading needs no lock.
@Repository
class EffectiveOrder implements EffectiveDecisions {
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};
    private static final TypeReference<List<Action>> ACTIONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Items items;

    EffectiveOrder(JdbcClient jdbc, JsonMapper json, Items items) {
        this.jdbc = jdbc;
        this.json = json;
        this.items = items;
    }

    @Override
    public List<Entry> after(long sequence, int limit) {
        var rows = jdbc.sql("""
                        SELECT id, item_id, person_id, outcome, violations, actions, policy_versions, effective_at,
                               effective_seq
                          FROM decision
                         WHERE effective_seq > :after ORDER BY effective_seq LIMIT :limit
                        """)
                .param("after", sequence)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
        var found = items.findAll(rows.stream().map(Row::item).toList());
        return rows.stream().map(row -> row.entry(found.get(row.item()))).toList();
    }

    private Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("item_id", UUID.class),
                row.getLong("effective_seq"),
                new EffectiveDecision(
                        row.getString("id"),
                        row.getString("item_id"),
                        null,
                        null,
                        Outcome.valueOf(row.getString("outcome")),
                        json.readValue(row.getString("violations"), VIOLATIONS),
                        json.readValue(row.getString("actions"), ACTIONS),
                        json.readValue(row.getString("policy_versions"), VERSIONS),
                        new EffectiveDecision.By(row.getString("person_id") == null ? "AUTOMATION" : "PERSON"),
                        row.getTimestamp("effective_at").toInstant()));
    }

    private record Row(UUID item, long sequence, EffectiveDecision decision) {
        Entry entry(@Nullable Item of) {
            return new Entry(
                    sequence,
                    new EffectiveDecision(
                            decision.id(),
                            decision.itemId(),
                            of == null ? null : of.source(),
                            of == null ? null : of.externalId(),
                            decision.outcome(),
                            decision.violations(),
                            decision.actions(),
                            decision.policyVersions(),
                            decision.by(),
                            decision.effectiveAt()));
        }
    }
}
