package dev.docket.backend.jobs;

import dev.docket.backend.platform.Sentence;
import dev.docket.dto.Phrase;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Jobs as rows. Leases go by the database's clock.
@Repository
class StoredJobs {
    private static final TypeReference<Map<String, String>> RESULT = new TypeReference<>() {};
    private static final String COLUMNS =
            "id, kind, state, progress, message, said, cancelling, result, created_at, started_at, finished_at, created_by";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoredJobs(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, String kind, String parameters, @Nullable UUID by, Instant now) {
        jdbc.sql("""
                        INSERT INTO job (id, kind, parameters, created_by, created_at)
                        VALUES (:id, :kind, :parameters::jsonb, :by, :now)
                        """)
                .param("id", id)
                .param("kind", kind)
                .param("parameters", parameters)
                .param("by", by, Types.OTHER)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<JobView> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM job WHERE id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    Optional<JobView> lock(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM job WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /// The newest first; ids sort by time.
    List<JobView> page(@Nullable String kind, @Nullable UUID before, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM job
                         WHERE (:kind::text IS NULL OR kind = :kind) AND (:before::uuid IS NULL OR id < :before)
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("kind", kind, Types.VARCHAR)
                .param("before", before, Types.OTHER)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /// Takes the oldest job of `kinds` that waits, or whose worker is gone.
    Optional<Claimed> claim(Collection<String> kinds, Duration lease) {
        return jdbc.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT id FROM job
                             WHERE state IN ('QUEUED', 'RUNNING') AND kind = ANY(:kinds)
                               AND (state = 'QUEUED' OR leased_until <= clock_timestamp())
                             ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE job
                           SET state = 'RUNNING', lease_number = lease_number + 1, attempts = attempts + 1,
                               started_at = coalesce(started_at, clock_timestamp()),
                               leased_until = clock_timestamp() + make_interval(secs => :seconds)
                          FROM next WHERE job.id = next.id
                        RETURNING job.id, job.kind, job.lease_number, job.attempts, job.parameters, job.checkpoint,
                                  job.cancelling, job.created_by
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, number) -> new Claimed(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getLong("lease_number"),
                        row.getInt("attempts"),
                        row.getString("parameters"),
                        row.getString("checkpoint"),
                        row.getBoolean("cancelling"),
                        row.getObject("created_by", UUID.class)))
                .optional();
    }

    /// Renews the lease and says how far the work is.
    ///
    /// @return empty when the lease is gone; else whether somebody has cancelled the job
    Optional<Boolean> renew(UUID id, long lease, Duration length, double progress, @Nullable Sentence doing) {
        return jdbc.sql("""
                        UPDATE job SET leased_until = clock_timestamp() + make_interval(secs => :seconds),
                                       progress = :progress, message = :message, said = :said::jsonb
                         WHERE id = :id AND lease_number = :lease AND state = 'RUNNING'
                        RETURNING cancelling
                        """)
                .param("id", id)
                .param("lease", lease)
                .param("seconds", length.toMillis() / 1000.0)
                .param("progress", progress)
                .param("message", english(doing), Types.VARCHAR)
                .param("said", phrase(doing), Types.VARCHAR)
                .query(Boolean.class)
                .optional();
    }

    /// @return whether the lease was still the live one
    boolean checkpoint(UUID id, long lease, String state) {
        return jdbc.sql("""
                        UPDATE job SET checkpoint = :state::jsonb, attempts = 1
                         WHERE id = :id AND lease_number = :lease AND state = 'RUNNING'
                        """)
                        .param("id", id)
                        .param("lease", lease)
                        .param("state", state)
                        .update()
                == 1;
    }

    /// Gives a job back unfinished, to go on from its checkpoint. What it was doing it does no longer.
    void putBack(UUID id, long lease) {
        jdbc.sql("""
                        UPDATE job SET state = 'QUEUED', leased_until = NULL, attempts = attempts - 1, message = NULL, said = NULL
                         WHERE id = :id AND lease_number = :lease AND state = 'RUNNING'
                        """).param("id", id).param("lease", lease).update();
    }

    boolean finish(UUID id, long lease, Jobs.Ending ending, String result, Instant now) {
        return jdbc.sql("""
                        UPDATE job SET state = :state, message = :message, said = :said::jsonb, leased_until = NULL, finished_at = :now,
                                       result = CASE WHEN :state = 'DONE' THEN :result::jsonb END,
                                       progress = CASE WHEN :state = 'DONE' THEN 1 ELSE progress END
                         WHERE id = :id AND lease_number = :lease AND state = 'RUNNING'
                        """)
                        .param("id", id)
                        .param("lease", lease)
                        .param("state", ending.state().name())
                        .param("message", english(ending.why()), Types.VARCHAR)
                        .param("said", phrase(ending.why()), Types.VARCHAR)
                        .param("result", result)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /// Ends it if it waits; marks it if it runs.
    void cancel(UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE job SET cancelling = state = 'RUNNING',
                                       finished_at = CASE WHEN state = 'QUEUED' THEN :now::timestamptz END,
                                       state = CASE WHEN state = 'QUEUED' THEN 'CANCELLED' ELSE state END
                         WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
                        """).param("id", id).param("now", Timestamp.from(now)).update();
    }

    private static @Nullable String english(@Nullable Sentence sentence) {
        return sentence == null ? null : sentence.english();
    }

    private @Nullable String phrase(@Nullable Sentence sentence) {
        return sentence == null ? null : json.writeValueAsString(sentence.phrase());
    }

    private JobView view(ResultSet row) throws SQLException {
        String result = row.getString("result");
        String said = row.getString("said");
        return new JobView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                JobState.valueOf(row.getString("state")),
                row.getDouble("progress"),
                row.getString("message"),
                said == null ? null : json.readValue(said, Phrase.class),
                row.getBoolean("cancelling") && row.getTimestamp("finished_at") == null,
                result == null ? null : json.readValue(result, RESULT),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getObject("created_by", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /// A job under a lease.
    ///
    /// @param attempts with this one, since the last checkpoint
    record Claimed(
            UUID id,
            String kind,
            long lease,
            int attempts,
            String parameters,
            @Nullable String checkpoint,
            boolean cancelling,
            @Nullable UUID by) {}
}
