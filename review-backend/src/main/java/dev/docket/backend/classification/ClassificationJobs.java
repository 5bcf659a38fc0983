package dev.docket.backend.classification;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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

    /// @return the lanes in which there is something to do now
    Set<Lane> enqueue(Collection<UUID> items) {
        return Set.copyOf(jdbc.sql("""
                        INSERT INTO classification_job (item_id, media)
                        SELECT id, media <> '[]' FROM item WHERE id = ANY(:items::uuid[])
                        ON CONFLICT (item_id) DO NOTHING
                        RETURNING media
                        """)
                .param("items", items.toArray(UUID[]::new))
                .query((row, number) -> row.getBoolean("media") ? Lane.MEDIA : Lane.TEXT)
                .set());
    }

    /// Leases up to `most` jobs of a lane, the longest waiting first. Not waiting for the disk: what
    /// a crash of the database takes back here is claimed again.
    List<Job> claim(Lane lane, int most, Duration lease) {
        return jdbc.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT item_id FROM classification_job
                             WHERE state = 'WAITING' AND media = :media AND available_at <= now()
                             ORDER BY available_at, item_id LIMIT :most FOR UPDATE SKIP LOCKED)
                        UPDATE classification_job AS job
                           SET state = 'LEASED', lease_number = lease_number + 1, attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => :seconds)
                          FROM next WHERE job.item_id = next.item_id
                        RETURNING job.item_id, job.lease_number, job.attempts,
                                  extract(epoch FROM clock_timestamp() - job.enqueued_at) AS waited,
                                  set_config('synchronous_commit', 'off', true) AS not_waiting_for_the_disk
                        """)
                .param("media", lane == Lane.MEDIA)
                .param("most", most)
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, number) -> new Job(
                        row.getObject("item_id", UUID.class),
                        row.getLong("lease_number"),
                        row.getInt("attempts"),
                        Duration.ofNanos((long) (row.getDouble("waited") * 1e9))))
                .list();
    }

    /// Makes a lease longer, for what takes longer than most.
    ///
    /// @return whether it was still the live one
    boolean renew(Job job, Duration lease) {
        return jdbc.sql("""
                        UPDATE classification_job
                           SET leased_until = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE item_id = :item AND state = 'LEASED' AND lease_number = :lease
                        """)
                        .param("item", job.item())
                        .param("lease", job.lease())
                        .param("seconds", lease.toMillis() / 1000.0)
                        .update()
                == 1;
    }

    /// Removes jobs that are done.
    ///
    /// @return the items whose lease was still the live one; of the others another worker has taken charge
    Set<UUID> finish(Collection<Job> done) {
        return Set.copyOf(jdbc.sql("""
                        DELETE FROM classification_job AS job
                         USING unnest(:items::uuid[], :leases::bigint[]) AS held (item_id, lease_number)
                         WHERE job.item_id = held.item_id AND job.lease_number = held.lease_number
                           AND job.state = 'LEASED'
                        RETURNING job.item_id
                        """)
                .param("items", done.stream().map(Job::item).toArray(UUID[]::new))
                .param("leases", done.stream().map(Job::lease).toArray(Long[]::new))
                .query(UUID.class)
                .list());
    }

    /// Puts a job back, to be tried again after `pause`.
    void putBack(Job job, Duration pause, String error) {
        jdbc.sql("""
                        UPDATE classification_job
                           SET state = 'WAITING', leased_until = NULL, last_error = :error,
                               available_at = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE item_id = :item AND state = 'LEASED' AND lease_number = :lease
                        """)
                .param("item", job.item())
                .param("lease", job.lease())
                .param("error", error)
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

    /// Forgets the job of an item that was erased.
    void drop(UUID item) {
        jdbc.sql("DELETE FROM classification_job WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    long waiting() {
        return jdbc.sql("SELECT count(*) FROM classification_job WHERE state <> 'DEAD'")
                .query(Long.class)
                .single();
    }

    /// What is worked off side by side, so that the slow does not hold up the fast.
    enum Lane {
        TEXT,
        MEDIA
    }

    /// @param attempts with this one
    /// @param waited since it was put here, by the database's clock
    record Job(UUID item, long lease, int attempts, Duration waited) {}
}
