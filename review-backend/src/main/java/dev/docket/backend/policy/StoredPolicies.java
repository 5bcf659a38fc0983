package dev.docket.backend.policy;

import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.backend.policy.Policy.Terms;
import dev.docket.dto.people.Role;
import dev.docket.dto.review.ActionType;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Policy versions with their labels. A version is written once and never changed.
@Repository
class StoredPolicies {
    private final JdbcClient jdbc;

    StoredPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A version with what is told of it but does not route.
    ///
    /// @param publishedBy null for what the floor started with
    record Published(
            Policy policy,
            int position,
            Instant publishedAt,
            @Nullable UUID publishedBy) {}

    List<Policy> current() {
        return published().stream().map(Published::policy).toList();
    }

    /// Every policy at its current version, in the order of the desk.
    List<Published> published() {
        return read("""
                SELECT version.*, policy.position FROM policy_version AS version
                  JOIN policy ON policy.key = version.policy_key AND policy.current_version = version.version
                 ORDER BY policy.position, policy.key
                """, """
                SELECT label.* FROM policy_label AS label
                  JOIN policy ON policy.key = label.policy_key AND policy.current_version = label.version
                 ORDER BY label.is_primary DESC, label.label, label.language
                """, "");
    }

    /// Every version of a policy, the latest first.
    List<Published> versions(String key) {
        return read("""
                SELECT version.*, policy.position FROM policy_version AS version
                  JOIN policy ON policy.key = version.policy_key
                 WHERE version.policy_key = :key ORDER BY version.version DESC
                """, """
                SELECT * FROM policy_label WHERE policy_key = :key ORDER BY is_primary DESC, label, language
                """, key);
    }

    Optional<Policy> version(String key, int version) {
        return published(key, version).map(Published::policy);
    }

    Optional<Published> published(String key, int version) {
        return versions(key).stream()
                .filter(one -> one.policy().version() == version)
                .findFirst();
    }

    /// Takes the number `next` for the policy's new version, if nobody did before.
    boolean advance(String key, int from, @Nullable Integer position) {
        return jdbc.sql("""
                        UPDATE policy SET current_version = :from + 1,
                                          position = coalesce(:position::integer, position)
                         WHERE key = :key AND current_version = :from
                        """)
                        .param("key", key)
                        .param("from", from)
                        .param("position", position, java.sql.Types.INTEGER)
                        .update()
                == 1;
    }

    /// @return false when there is a policy of that key
    boolean add(String key, @Nullable Integer position) {
        return jdbc.sql("""
                        INSERT INTO policy (key, current_version, position)
                        SELECT :key, 1, coalesce(:position::integer, (SELECT coalesce(max(position), 0) + 1 FROM policy))
                        ON CONFLICT DO NOTHING
                        """)
                        .param("key", key)
                        .param("position", position, java.sql.Types.INTEGER)
                        .update()
                == 1;
    }

    void insert(Policy policy, UUID by, Instant at) {
        var terms = policy.terms();
        jdbc.sql("""
                        INSERT INTO policy_version
                            (policy_key, version, title, text, default_severity, min_severity, max_severity,
                             allowed_actions, default_action, minimum_role, skills, grace_seconds, dsa_category,
                             active, published_at, published_by)
                        VALUES (:key, :version, :title, :text, :defaultSeverity, :minSeverity, :maxSeverity,
                                :allowed, :action, :role, :skills, :grace, :category, :active, :at, :by)
                        """)
                .param("key", policy.key())
                .param("version", policy.version())
                .param("title", policy.title())
                .param("text", policy.text())
                .param("defaultSeverity", policy.defaultSeverity())
                .param("minSeverity", terms.minSeverity())
                .param("maxSeverity", terms.maxSeverity())
                .param(
                        "allowed",
                        policy.allowedActions().stream().map(Enum::name).toArray(String[]::new))
                .param("action", policy.defaultAction().name())
                .param("role", terms.minimumRole().name())
                .param("skills", terms.skills().toArray(String[]::new))
                .param("grace", terms.graceSeconds(), java.sql.Types.INTEGER)
                .param("category", terms.dsaCategory(), java.sql.Types.VARCHAR)
                .param("active", policy.active())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        policy.labels().forEach(label -> insert(policy, label));
    }

    private void insert(Policy policy, LabelThreshold label) {
        jdbc.sql("""
                        INSERT INTO policy_label
                            (policy_key, version, label, language, review_threshold, act_threshold, is_primary)
                        VALUES (:key, :version, :label, :language, :review, :act, :primary)
                        """)
                .param("key", policy.key())
                .param("version", policy.version())
                .param("label", label.label())
                .param("language", label.language())
                .param("review", label.review())
                .param("act", label.act(), java.sql.Types.DOUBLE)
                .param("primary", label.primary())
                .update();
    }

    private List<Published> read(String versions, String labels, String key) {
        var byVersion = new HashMap<String, List<LabelThreshold>>();
        jdbc.sql(labels)
                .params(key.isEmpty() ? Map.of() : Map.of("key", key))
                .query((row, number) -> byVersion
                        .computeIfAbsent(id(row), id -> new ArrayList<>())
                        .add(label(row)))
                .list();
        return jdbc.sql(versions)
                .params(key.isEmpty() ? Map.of() : Map.of("key", key))
                .query((row, number) -> published(row, byVersion.getOrDefault(id(row), List.of())))
                .list();
    }

    private static String id(ResultSet row) throws SQLException {
        return row.getString("policy_key") + " " + row.getInt("version");
    }

    private static Published published(ResultSet row, List<LabelThreshold> labels) throws SQLException {
        return new Published(
                policy(row, labels),
                row.getInt("position"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("published_by", UUID.class));
    }

    private static Policy policy(ResultSet row, List<LabelThreshold> labels) throws SQLException {
        int grace = row.getInt("grace_seconds");
        @Nullable Integer graceSeconds = row.wasNull() ? null : grace;
        return new Policy(
                row.getString("policy_key"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("text"),
                List.copyOf(labels),
                row.getInt("default_severity"),
                strings(row.getArray("allowed_actions")).stream()
                        .map(ActionType::valueOf)
                        .toList(),
                ActionType.valueOf(row.getString("default_action")),
                new Terms(
                        row.getInt("min_severity"),
                        row.getInt("max_severity"),
                        Role.valueOf(row.getString("minimum_role")),
                        strings(row.getArray("skills")),
                        graceSeconds,
                        row.getString("dsa_category")),
                row.getBoolean("active"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static LabelThreshold label(ResultSet row) throws SQLException {
        double act = row.getDouble("act_threshold");
        @Nullable Double threshold = row.wasNull() ? null : act;
        return new LabelThreshold(
                row.getString("label"),
                row.getString("language"),
                row.getDouble("review_threshold"),
                threshold,
                row.getBoolean("is_primary"));
    }
}
