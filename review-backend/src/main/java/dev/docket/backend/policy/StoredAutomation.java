package dev.docket.backend.policy;

import dev.docket.dto.policy.AutomationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who switched automatic action on and off, and the share of allowed items drawn for audit.
@Repository
class StoredAutomation {
    private final JdbcClient jdbc;

    StoredAutomation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param version of the policy that was asked for
    record Hold(
            String policy,
            AutomationState state,
            int version,
            @Nullable UUID askedBy,
            @Nullable Instant askedAt,
            @Nullable UUID confirmedBy) {
        static Hold off(String policy) {
            return new Hold(policy, AutomationState.OFF, 0, null, null, null);
        }
    }

    /// Something global at one of its versions.
    record Setting<T>(int version, T value, UUID changedBy, Instant changedAt) {}

    /// The policies that may act now; none while the switch for all is off.
    Set<String> acting() {
        return Set.copyOf(jdbc.sql("""
                        SELECT policy_key FROM policy_automation
                         WHERE state = 'ON'
                           AND coalesce((SELECT is_on FROM automation_switch ORDER BY version DESC LIMIT 1), true)
                        """).query(String.class).list());
    }

    List<Hold> holds() {
        return jdbc.sql("SELECT * FROM policy_automation")
                .query((row, number) -> hold(row))
                .list();
    }

    /// The row, locked until the transaction ends; two people who agree at once are told apart.
    Hold lock(String policy) {
        jdbc.sql("""
                        INSERT INTO policy_automation (policy_key, state, version, changed_at)
                        VALUES (:policy, 'OFF', 0, now()) ON CONFLICT DO NOTHING
                        """).param("policy", policy).update();
        return jdbc.sql("SELECT * FROM policy_automation WHERE policy_key = :policy FOR UPDATE")
                .param("policy", policy)
                .query((row, number) -> hold(row))
                .single();
    }

    void put(Hold hold, Instant now) {
        jdbc.sql("""
                        UPDATE policy_automation
                           SET state = :state, version = :version, asked_by = :askedBy, asked_at = :askedAt,
                               confirmed_by = :confirmedBy, changed_at = :now
                         WHERE policy_key = :policy
                        """)
                .param("policy", hold.policy())
                .param("state", hold.state().name())
                .param("version", hold.version())
                .param("askedBy", hold.askedBy(), Types.OTHER)
                .param("askedAt", hold.askedAt() == null ? null : utc(hold.askedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("confirmedBy", hold.confirmedBy(), Types.OTHER)
                .param("now", utc(now))
                .update();
    }

    Optional<Setting<Boolean>> killSwitch() {
        return jdbc.sql("SELECT * FROM automation_switch ORDER BY version DESC LIMIT 1")
                .query((row, number) -> setting(row, row.getBoolean("is_on")))
                .optional();
    }

    void killSwitch(boolean on, UUID by, Instant at) {
        jdbc.sql("""
                        INSERT INTO automation_switch (version, is_on, changed_by, changed_at)
                        SELECT coalesce(max(version), 0) + 1, :on, :by, :at FROM automation_switch
                        """).param("on", on).param("by", by).param("at", utc(at)).update();
    }

    Optional<Setting<Double>> auditShare() {
        return jdbc.sql("SELECT * FROM audit_share ORDER BY version DESC LIMIT 1")
                .query((row, number) -> setting(row, row.getDouble("share")))
                .optional();
    }

    /// @return false when somebody took that version before
    boolean auditShare(int version, double share, UUID by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO audit_share (version, share, changed_by, changed_at)
                        VALUES (:version, :share, :by, :at) ON CONFLICT DO NOTHING
                        """)
                        .param("version", version)
                        .param("share", share)
                        .param("by", by)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /// What somebody is called, those who left too.
    Optional<String> nameOf(UUID person) {
        return jdbc.sql("SELECT display_name FROM person WHERE id = :person")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        var askedAt = row.getObject("asked_at", OffsetDateTime.class);
        return new Hold(
                row.getString("policy_key"),
                AutomationState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getObject("asked_by", UUID.class),
                askedAt == null ? null : askedAt.toInstant(),
                row.getObject("confirmed_by", UUID.class));
    }

    private static <T> Setting<T> setting(ResultSet row, T value) throws SQLException {
        return new Setting<>(
                row.getInt("version"),
                value,
                row.getObject("changed_by", UUID.class),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
