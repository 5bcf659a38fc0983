package dev.docket.backend.classification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Items waiting to be scored. Leased in batches by the database's clock; a lease has a number that only rises, so a
/// worker that comes back late finds its number gone and changes nothing.
@Repository
class ClassificationJobs {
    private final JdbcClient jdbc;

    ClassificationJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enqueue(UUID item) {
        jdbc.sql("INSERT INTO classification_job (item_id) VALUES (:item) ON CONFLICT (item_id) DO NOTHING")
                .param("item", item)
                .update();
    }

    /// Leases up to `most` jobs, the longest waiting first.
    List<Job> claim(int most, Duration lease) {
        return jdbc.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT item_id FROM classification_job
                             WHERE state = 'WAITING' AND available_at <= clock_timestamp()
                             ORDER BY available_at, item_id LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE classification_job AS job
                           SET state = 'LEASED', lease_number = lease_number + 1, attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => :seconds)
                          FROM next WHERE job.item_id = next.item_id
                        RETURNING job.item_id, job.lease_number, job.attempts, job.enqueued_at
                        """)
                .param("most", most)
                .param("seconds", (double) lease.toSeconds())
                .query((row, number) -> new Job(
                        row.getObject("item_id", UUID.class),
                        row.getLong("lease_number"),
                        row.getInt("attempts"),
                        row.getTimestamp("enqueued_at").toInstant()))
                .list();
    }

    /// @return whether the lease was still the live one; the job is then gone
    boolean finish(Job job) {
        return jdbc.sql("""
                        DELETE FROM classification_job
                         WHERE item_id = :item AND state = 'LEASED' AND lease_number = :lease
                        """)
                        .param("item", job.item())
                        .param("lease", job.lease())
                        .update()
                == 1;
    }

    /// Puts a job back, to be tried again after `pause`.
    void putBack(Job job, Duration pause) {
        jdbc.sql("""
                        UPDATE classification_job
                           SET state = 'WAITING', leased_until = NULL,
                               available_at = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE item_id = :item AND state = 'LEASED' AND lease_number = :lease
                        """)
                .param("item", job.item())
                .param("lease", job.lease())
                .param("seconds", pause.toMillis() / 1000.0)
                .update();
    }

    /// Keeps a job that cannot be scored, so that it can be replayed. Its item goes on to a person.
    ///
    /// @return whether the lease was still the live one
    boolean bury(Job job, String error) {
        return jdbc.sql("""
                        UPDATE classification_job SET state = 'DEAD', leased_until = NULL, last_error = :error
                         WHERE item_id = :item AND state = 'LEASED' AND lease_number = :lease
                        """)
                        .param("item", job.item())
                        .param("lease", job.lease())
                        .param("error", error)
                        .update()
                == 1;
    }

    /// Makes the jobs of dead workers claimable.
    int reclaim() {
        return jdbc.sql("""
                        UPDATE classification_job SET state = 'WAITING', leased_until = NULL
                         WHERE item_id IN (SELECT item_id FROM classification_job
                                            WHERE state = 'LEASED' AND leased_until <= clock_timestamp()
                                            FOR UPDATE SKIP LOCKED)
                        """).update();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM classification_job WHERE state <> 'DEAD'")
                .query(Long.class)
                .single();
    }

    /// @param attempts with this one
    record Job(UUID item, long lease, int attempts, Instant enqueuedAt) {}
}
