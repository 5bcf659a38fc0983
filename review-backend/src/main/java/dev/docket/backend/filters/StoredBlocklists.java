package dev.docket.backend.filters;

import dev.docket.backend.filters.Lines.TermLine;
import dev.docket.dto.filter.BlocklistView;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.TermView;
import dev.docket.model.filter.Term;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Blocklists as their rows keep them.
@Repository
class StoredBlocklists {
    private static final String LISTS = """
            SELECT list.*, (SELECT count(*) FROM blocklist_term WHERE list_id = list.id) AS terms,
                   (SELECT coalesce(sum(items), 0) FROM blocklist_match AS met
                     WHERE met.list_id = list.id AND met.hour > clock_timestamp() - interval '7 days') AS matches
              FROM blocklist AS list
            """;
    private static final String TERMS = """
            SELECT term.*, (SELECT coalesce(sum(items), 0) FROM term_match AS met
                             WHERE met.term_id = term.id AND met.hour > clock_timestamp() - interval '7 days') AS matches
              FROM blocklist_term AS term
            """;

    private final JdbcClient jdbc;
    private final FilterVersions versions;

    StoredBlocklists(JdbcClient jdbc, FilterVersions versions) {
        this.jdbc = jdbc;
        this.versions = versions;
    }

    /// A term in force, with what its list wants.
    record Wanted(
            Term term,
            UUID listId,
            String list,
            FilterEffect effect,
            @Nullable String policy,
            int severity,
            @Nullable Instant expiresAt) {}

    /// Makes whoever else changes lists wait until the caller's transaction ends.
    void lock() {
        versions.raise(FilterVersions.TERMS);
    }

    boolean insert(UUID id, NewBlocklist list, String language, int severity, Instant at) {
        return jdbc.sql("""
                                INSERT INTO blocklist (id, name, source, language, effect, policy_key, severity, enabled, created_at)
                                VALUES (:id, :name, :source, :language, :effect, :policy, :severity, true, :at)
                                ON CONFLICT (name) DO NOTHING
                                """)
                        .param("id", id)
                        .param("name", list.name().strip())
                        .param("source", list.source().strip())
                        .param("language", language)
                        .param("effect", list.effect().name())
                        .param("policy", list.policy())
                        .param("severity", severity)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    List<BlocklistView> lists() {
        return jdbc.sql(LISTS + " ORDER BY name")
                .query((row, number) -> list(row))
                .list();
    }

    Optional<BlocklistView> list(UUID id) {
        return jdbc.sql(LISTS + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> list(row))
                .optional();
    }

    private static BlocklistView list(ResultSet row) throws SQLException {
        return new BlocklistView(
                row.getString("id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("language"),
                FilterEffect.valueOf(row.getString("effect")),
                row.getString("policy_key"),
                row.getInt("severity"),
                row.getBoolean("enabled"),
                row.getLong("terms"),
                row.getLong("matches"),
                row.getTimestamp("created_at").toInstant());
    }

    boolean enable(UUID list, boolean enabled) {
        return jdbc.sql("UPDATE blocklist SET enabled = :enabled WHERE id = :id AND enabled <> :enabled")
                        .param("id", list)
                        .param("enabled", enabled)
                        .update()
                == 1;
    }

    boolean delete(UUID list) {
        return jdbc.sql("DELETE FROM blocklist WHERE id = :id")
                        .param("id", list)
                        .update()
                == 1;
    }

    /// @return how many of them were not there
    int add(UUID list, List<TermLine> lines) {
        return jdbc.sql("""
                        INSERT INTO blocklist_term (list_id, text, allowed, label, severity, expires_at)
                        SELECT :list, text, allowed, label, severity, expires::timestamptz
                          FROM unnest(:texts::text[], :allowed::boolean[], :labels::text[], :severities::integer[],
                                      :expiries::text[]) AS row (text, allowed, label, severity, expires)
                        ON CONFLICT (list_id, text, allowed) DO NOTHING
                        """)
                .param("list", list)
                .param("texts", lines.stream().map(TermLine::text).toArray(String[]::new))
                .param("allowed", lines.stream().map(TermLine::allowed).toArray(Boolean[]::new))
                .param("labels", lines.stream().map(TermLine::label).toArray(String[]::new))
                .param("severities", lines.stream().map(TermLine::severity).toArray(Integer[]::new))
                .param(
                        "expiries",
                        lines.stream()
                                .map(line -> line.expiresAt() == null
                                        ? null
                                        : line.expiresAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    boolean enable(UUID list, long id, boolean enabled) {
        return jdbc.sql("UPDATE blocklist_term SET enabled = :enabled WHERE id = :id AND list_id = :list")
                        .param("enabled", enabled)
                        .param("id", id)
                        .param("list", list)
                        .update()
                == 1;
    }

    boolean delete(UUID list, long id) {
        return jdbc.sql("DELETE FROM blocklist_term WHERE id = :id AND list_id = :list")
                        .param("id", id)
                        .param("list", list)
                        .update()
                == 1;
    }

    List<TermView> page(UUID list, long after, int most) {
        return jdbc.sql(TERMS + " WHERE list_id = :list AND id > :after ORDER BY id LIMIT :most")
                .param("list", list)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> view(row))
                .list();
    }

    /// Terms of every list that are written so, whatever the case.
    List<TermView> written(String text) {
        return jdbc.sql(TERMS + " WHERE lower(text) = lower(:text) ORDER BY id LIMIT 500")
                .param("text", text)
                .query((row, number) -> view(row))
                .list();
    }

    private static TermView view(ResultSet row) throws SQLException {
        var expires = row.getTimestamp("expires_at");
        int severity = row.getInt("severity");
        boolean inherited = row.wasNull();
        return new TermView(
                row.getString("id"),
                row.getString("list_id"),
                row.getString("text"),
                row.getBoolean("allowed"),
                row.getString("label"),
                inherited ? null : severity,
                expires == null ? null : expires.toInstant(),
                row.getBoolean("enabled"),
                row.getLong("matches"));
    }

    List<Wanted> inForce() {
        return jdbc.sql("""
                        SELECT term.id, term.text, term.allowed, term.expires_at, list.id AS list_id, list.name, list.language, list.effect,
                               list.policy_key, coalesce(term.severity, list.severity) AS severity
                          FROM blocklist_term AS term JOIN blocklist AS list ON list.id = term.list_id
                         WHERE list.enabled AND term.enabled
                           AND (term.expires_at IS NULL OR term.expires_at > clock_timestamp())
                        """)
                .query((row, number) -> {
                    var expires = row.getTimestamp("expires_at");
                    return new Wanted(
                            new Term(
                                    row.getLong("id"),
                                    row.getString("text"),
                                    row.getString("language"),
                                    row.getBoolean("allowed")),
                            row.getObject("list_id", UUID.class),
                            row.getString("name"),
                            FilterEffect.valueOf(row.getString("effect")),
                            row.getString("policy_key"),
                            row.getInt("severity"),
                            expires == null ? null : expires.toInstant());
                })
                .list();
    }

    /// Adds what was counted since the last time, in the hour that it is now.
    ///
    /// @param terms ids of terms and how many items met each; those that are gone meanwhile are left out
    void met(Map<Long, Long> terms, Map<UUID, Long> lists) {
        jdbc.sql("""
                        WITH now AS (SELECT date_trunc('hour', clock_timestamp()) AS hour),
                        lists AS (
                            INSERT INTO blocklist_match AS met (list_id, hour, items)
                            SELECT list.id, now.hour, counted.items
                              FROM now, unnest(:lists::uuid[], :listItems::bigint[]) AS counted (id, items)
                              JOIN blocklist AS list ON list.id = counted.id
                            ON CONFLICT (list_id, hour) DO UPDATE SET items = met.items + excluded.items)
                        INSERT INTO term_match AS met (term_id, hour, items)
                        SELECT term.id, now.hour, counted.items
                          FROM now, unnest(:terms::bigint[], :termItems::bigint[]) AS counted (id, items)
                          JOIN blocklist_term AS term ON term.id = counted.id
                         ORDER BY term.id
                        ON CONFLICT (term_id, hour) DO UPDATE SET items = met.items + excluded.items
                        """)
                .param("lists", lists.keySet().toArray(UUID[]::new))
                .param("listItems", lists.values().toArray(Long[]::new))
                .param("terms", terms.keySet().toArray(Long[]::new))
                .param("termItems", terms.values().toArray(Long[]::new))
                .update();
    }

    void forgetOldMatches() {
        jdbc.sql("""
                        WITH lists AS (DELETE FROM blocklist_match WHERE hour < clock_timestamp() - interval '7 days 1 hour')
                        DELETE FROM term_match WHERE hour < clock_timestamp() - interval '7 days 1 hour'
                        """).update();
    }
}
