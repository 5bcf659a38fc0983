package dev.docket.backend.intake;

import dev.docket.dto.item.MediaKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Media waiting to be fetched. Leased one at a time by the database's clock, under a number that only rises.
@Repository
class MediaFetches {
    private final JdbcClient jdbc;

    MediaFetches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void enqueue(Collection<NewItem> items) {
        if (items.isEmpty()) {
            return;
        }
        var ids = new ArrayList<UUID>();
        var media = new ArrayList<Integer>();
        var kinds = new ArrayList<String>();
        var urls = new ArrayList<String>();
        for (var item : items) {
            for (int i = 0; i < item.media().size(); i++) {
                var medium = item.media().get(i);
                if (medium.awaitsFetching()) {
                    ids.add(item.id());
                    media.add(i);
                    kinds.add(medium.kind().name());
                    urls.add(medium.url());
                }
            }
        }
        jdbc.sql("""
                        INSERT INTO media_fetch (item_id, medium, kind, url)
                        SELECT * FROM unnest(:items::uuid[], :media::integer[], :kinds::text[], :urls::text[])
                        """)
                .param("items", ids.toArray(UUID[]::new))
                .param("media", media.toArray(Integer[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("urls", urls.toArray(String[]::new))
                .update();
    }

    /// Leases what has waited longest.
    Optional<Job> claim(Duration lease) {
        return jdbc.sql("""
                        WITH next AS MATERIALIZED (
                            SELECT item_id, medium FROM media_fetch
                             WHERE state = 'WAITING' AND available_at <= now()
                             ORDER BY available_at, item_id, medium LIMIT 1 FOR UPDATE SKIP LOCKED)
                        UPDATE media_fetch AS job
                           SET state = 'LEASED', lease_number = lease_number + 1, attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => :seconds)
                          FROM next WHERE job.item_id = next.item_id AND job.medium = next.medium
                        RETURNING job.item_id, job.medium, job.kind, job.url, job.lease_number, job.attempts
                        """)
                .param("seconds", lease.toMillis() / 1000.0)
                .query((row, number) -> new Job(
                        row.getObject("item_id", UUID.class),
                        row.getInt("medium"),
                        MediaKind.valueOf(row.getString("kind")),
                        row.getString("url"),
                        row.getLong("lease_number"),
                        row.getInt("attempts")))
                .optional();
    }

    /// Puts a job back, to be tried again after `pause`.
    void putBack(Job job, Duration pause) {
        jdbc.sql("""
                        UPDATE media_fetch
                           SET state = 'WAITING', leased_until = NULL,
                               available_at = clock_timestamp() + make_interval(secs => :seconds)
                         WHERE item_id = :item AND medium = :medium AND state = 'LEASED' AND lease_number = :lease
                        """)
                .param("item", job.item())
                .param("medium", job.medium())
                .param("lease", job.lease())
                .param("seconds", pause.toMillis() / 1000.0)
                .update();
    }

    /// Ends a job.
    ///
    /// @return whether the lease was still the live one
    boolean finish(Job job) {
        return jdbc.sql("""
                        DELETE FROM media_fetch
                         WHERE item_id = :item AND medium = :medium AND state = 'LEASED' AND lease_number = :lease
                        """)
                        .param("item", job.item())
                        .param("medium", job.medium())
                        .param("lease", job.lease())
                        .update()
                == 1;
    }

    boolean areLeft(UUID item) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM media_fetch WHERE item_id = :item)")
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    /// Makes the jobs of dead fetchers claimable.
    int reclaim() {
        return jdbc.sql("""
                        UPDATE media_fetch SET state = 'WAITING', leased_until = NULL
                         WHERE (item_id, medium) IN (SELECT item_id, medium FROM media_fetch
                                                      WHERE state = 'LEASED' AND leased_until <= clock_timestamp()
                                                      FOR UPDATE SKIP LOCKED)
                        """).update();
    }

    /// Forgets the jobs of an item that is erased.
    void drop(UUID item) {
        jdbc.sql("DELETE FROM media_fetch WHERE item_id = :item")
                .param("item", item)
                .update();
    }

    /// @param medium its place among the item's media, from 0
    /// @param attempts with this one
    record Job(UUID item, int medium, MediaKind kind, String url, long lease, int attempts) {}
}
