package dev.docket.backend.policy;

import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.dto.review.ActionType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads policy versions with their labels.
@Repository
class StoredPolicies {
    private final JdbcClient jdbc;

    StoredPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Policy> current() {
        var labels = new HashMap<String, List<LabelThreshold>>();
        jdbc.sql("""
                        SELECT label.policy_key, label.label, label.review_threshold, label.act_threshold, label.is_primary
                          FROM policy_label AS label
                          JOIN policy ON policy.key = label.policy_key AND policy.current_version = label.version
                         ORDER BY label.is_primary DESC, label.label
                        """)
                .query((row, number) -> labels.computeIfAbsent(row.getString("policy_key"), key -> new ArrayList<>())
                        .add(label(row)))
                .list();
        return jdbc.sql("""
                        SELECT version.policy_key, version.version, version.title, version.text,
                               version.default_severity, version.allowed_actions, version.default_action
                          FROM policy_version AS version
                          JOIN policy ON policy.key = version.policy_key AND policy.current_version = version.version
                         ORDER BY policy.position, policy.key
                        """).query((row, number) -> policy(row, labels)).list();
    }

    Optional<Policy> version(String key, int version) {
        List<LabelThreshold> labels = jdbc.sql("""
                        SELECT label, review_threshold, act_threshold, is_primary FROM policy_label
                         WHERE policy_key = :key AND version = :version ORDER BY is_primary DESC, label
                        """)
                .param("key", key)
                .param("version", version)
                .query((row, number) -> label(row))
                .list();
        return jdbc.sql("""
                        SELECT policy_key, version, title, text, default_severity, allowed_actions, default_action
                          FROM policy_version WHERE policy_key = :key AND version = :version
                        """)
                .param("key", key)
                .param("version", version)
                .query((row, number) -> policy(row, Map.of(key, labels)))
                .optional();
    }

    private static Policy policy(ResultSet row, Map<String, List<LabelThreshold>> labels) throws SQLException {
        String key = row.getString("policy_key");
        return new Policy(
                key,
                row.getInt("version"),
                row.getString("title"),
                row.getString("text"),
                List.copyOf(labels.getOrDefault(key, List.of())),
                row.getInt("default_severity"),
                actions(row.getArray("allowed_actions")),
                ActionType.valueOf(row.getString("default_action")));
    }

    private static List<ActionType> actions(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(ActionType::valueOf)
                .toList();
    }

    private static LabelThreshold label(ResultSet row) throws SQLException {
        return new LabelThreshold(
                row.getString("label"),
                row.getDouble("review_threshold"),
                threshold(row),
                row.getBoolean("is_primary"));
    }

    private static @Nullable Double threshold(ResultSet row) throws SQLException {
        double act = row.getDouble("act_threshold");
        return row.wasNull() ? null : act;
    }
}
