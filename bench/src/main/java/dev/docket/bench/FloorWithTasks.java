package dev.docket.bench;

import dev.docket.backend.Floor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A floor of its own, with its own database, in which a number of tasks wait: spread over four queues and three
/// languages, of which the moderator reads two.
final class FloorWithTasks implements AutoCloseable {
    private static final int CHUNK = 50_000;

    private final ConfigurableApplicationContext floor;
    private final JdbcClient jdbc;
    private final ReviewQueue queue;

    FloorWithTasks(int tasks) throws IOException {
        Path home = Files.createTempDirectory("docket-bench");
        floor = new SpringApplicationBuilder(Floor.class)
                .run("--server.port=0", "--docket.home=" + home, "--logging.level.dev.docket=warn");
        jdbc = floor.getBean(JdbcClient.class);
        queue = floor.getBean(ReviewQueue.class);
        for (int from = 0; from < tasks; from += CHUNK) {
            fill(from, Math.min(tasks, from + CHUNK));
        }
        jdbc.sql("ANALYZE review_task").update();
    }

    private void fill(int from, int until) {
        jdbc.sql("""
                        WITH made AS (
                            INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                            SELECT gen_random_uuid(), 'bench', n::text, 'IN_REVIEW', sha256(n::text::bytea),
                                   'Item ' || n, clock_timestamp()
                              FROM generate_series(:from, :until - 1) AS n
                            RETURNING id, external_id::int AS n)
                        INSERT INTO review_task (id, item_id, kind, queue_key, language, severity, deadline_at)
                        SELECT gen_random_uuid(), id, 'FIRST',
                               (ARRAY['harassment', 'hate', 'spam', 'profanity'])[1 + n % 4],
                               (ARRAY['en', 'de', 'tr'])[1 + n / 4 % 3], 2,
                               clock_timestamp() + make_interval(secs => n % 86400)
                          FROM made
                        """).param("from", from).param("until", until).update();
    }

    /// Claims one task as a moderator would who reads two of the three languages.
    Object claim() {
        var moderator =
                new Caller.Person(UUID.randomUUID(), "bench", Set.of(Role.MODERATOR), Set.of("en", "de"), Set.of("*"));
        var tasks = queue.claim(moderator, new ClaimRequest(null, 1));
        if (tasks.size() != 1) {
            throw new IllegalStateException("nothing left to claim");
        }
        return tasks;
    }

    /// What was claimed waits again, at the end of its queue: the queue is as long as before.
    Object putBack() {
        return jdbc.sql("""
                        UPDATE review_task
                           SET state = 'OPEN', claimed_by = NULL, leased_until = NULL,
                               deadline_at = deadline_at + interval '1 day'
                         WHERE state = 'CLAIMED'
                        """).update();
    }

    @Override
    public void close() {
        floor.close();
    }
}
