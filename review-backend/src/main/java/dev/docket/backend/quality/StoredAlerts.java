package dev.docket.backend.quality;

import dev.docket.dto.quality.Estimate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Alerts in their table: one open row for each thing that is wrong.
@Repository
class StoredAlerts {
    private static final long WATCH_LOCK = 0x446f636b65745157L;

    private static final String COLUMNS = """
            id, kind, policy_key, person_id, other_id, value, low, high, observations, threshold, raised_at,
            acknowledged_by, acknowledged_at, cleared_at
            """;

    private final JdbcClient jdbc;

    StoredAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether no other floor looks now; holds until the transaction ends
    boolean watch() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", WATCH_LOCK)
                .query(Boolean.class)
                .single();
    }

    /// Raises it, or brings the figures of the open one up to date.
    ///
    /// @return the open alert; its id is `id` where it is new
    UUID raise(UUID id, Finding finding, Instant now) {
        return jdbc.sql("""
                        INSERT INTO quality_alert (id, kind, policy_key, person_id, other_id, value, low, high,
                                                   observations, threshold, raised_at)
                        VALUES (:id, :kind, :policy, :person, :other, :value, :low, :high, :observations, :threshold,
                                :now)
                        ON CONFLICT (kind, policy_key, person_id, other_id) WHERE cleared_at IS NULL
                        DO UPDATE SET value = excluded.value, low = excluded.low, high = excluded.high,
                                      observations = excluded.observations, threshold = excluded.threshold
                        RETURNING id
                        """)
                .param("id", id)
                .param("kind", finding.kind())
                .param("policy", finding.policy() == null ? "" : finding.policy())
                .param("person", finding.person())
                .param("other", finding.other(), Types.OTHER)
                .param("value", finding.estimate().value())
                .param("low", finding.estimate().low())
                .param("high", finding.estimate().high())
                .param("observations", finding.observations())
                .param("threshold", finding.threshold())
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    /// Clears every open alert that is not among those.
    List<UUID> clearAllBut(Collection<UUID> open, Instant now) {
        return jdbc.sql("""
                        UPDATE quality_alert SET cleared_at = :now
                         WHERE cleared_at IS NULL AND NOT id = ANY(:open::uuid[])
                        RETURNING id
                        """)
                .param("now", Timestamp.from(now))
                .param("open", open.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /// @return whether it was not acknowledged before
    boolean acknowledge(UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                        UPDATE quality_alert SET acknowledged_by = :by, acknowledged_at = :now
                         WHERE id = :id AND acknowledged_at IS NULL
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Alert> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM quality_alert WHERE id = :id")
                .param("id", id)
                .query((row, number) -> alert(row))
                .optional();
    }

    /// The newest first.
    List<Alert> page(@Nullable UUID before, boolean cleared, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                          FROM quality_alert
                         WHERE (:before::uuid IS NULL OR id < :before) AND (:cleared OR cleared_at IS NULL)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("before", before, Types.OTHER)
                .param("cleared", cleared)
                .param("limit", limit)
                .query((row, number) -> alert(row))
                .list();
    }

    Set<UUID> peopleAlarmed() {
        return new HashSet<>(jdbc.sql("""
                        SELECT person_id FROM quality_alert WHERE cleared_at IS NULL
                        UNION SELECT other_id FROM quality_alert WHERE cleared_at IS NULL AND other_id IS NOT NULL
                        """)
                .query((row, number) -> row.getObject("person_id", UUID.class))
                .list());
    }

    private static Alert alert(ResultSet row) throws SQLException {
        String policy = row.getString("policy_key");
        return new Alert(
                row.getObject("id", UUID.class),
                new Finding(
                        row.getString("kind"),
                        policy.isEmpty() ? null : policy,
                        row.getObject("person_id", UUID.class),
                        row.getObject("other_id", UUID.class),
                        new Estimate(row.getDouble("value"), row.getDouble("low"), row.getDouble("high")),
                        row.getInt("observations"),
                        row.getDouble("threshold")),
                row.getTimestamp("raised_at").toInstant(),
                row.getObject("acknowledged_by", UUID.class),
                instant(row.getTimestamp("acknowledged_at")),
                instant(row.getTimestamp("cleared_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /// What is below what the floor wants.
    ///
    /// @param kind AGREEMENT or ACCURACY
    /// @param policy null for all
    /// @param other null for accuracy
    record Finding(
            String kind,
            @Nullable String policy,
            UUID person,
            @Nullable UUID other,
            Estimate estimate,
            int observations,
            double threshold) {}

    record Alert(
            UUID id,
            Finding finding,
            Instant raisedAt,
            @Nullable UUID acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant clearedAt) {}
}
