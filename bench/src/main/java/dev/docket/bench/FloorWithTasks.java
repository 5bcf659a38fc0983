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
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A floor of its own, with its own database, in which a number of tasks wait: spread over four queues and three
/// languages, of which the moderator reads two.
final class FloorWithTasks implements AutoCloseable {
    private static final int CHUNK = 50_000;
    private static final int ITEMS = 1_000;

    private final ConfigurableApplicationContext floor;
    private final JdbcClient jdbc;
    private final ReviewQueue queue;

    FloorWithTasks(int tasks) throws IOException {
        Path home = Files.createTempDirectory("docket-bench");
        floor = quietly(() -> new SpringApplicationBuilder(Floor.class)
                .run("--server.port=0", "--docket.home=" + home, "--logging.level.dev.docket=error"));
        jdbc = floor.getBean(JdbcClient.class);
        queue = floor.getBean(ReviewQueue.class);
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                        SELECT gen_random_uuid(), 'bench', n::text, 'IN_REVIEW', sha256(n::text::bytea),
                               'Item ' || n, clock_timestamp()
                          FROM generate_series(0, :items - 1) AS n
                        """).param("items", ITEMS).update();
        for (int from = 0; from < tasks; from += CHUNK) {
            fill(from, Math.min(tasks, from + CHUNK));
        }
        jdbc.sql("ANALYZE review_task").update();
    }

    /// What a floor prints at its start goes to standard error: standard output is for measurements.
    private static <T> T quietly(Supplier<T> start) {
        var out = System.out;
        System.setOut(System.err);
        try {
            return start.get();
        } finally {
            System.setOut(out);
        }
    }

    /// Many rounds of few items: a million items would take longer to make than all the rest.
    private void fill(int from, int until) {
        jdbc.sql("""
                        WITH hurry AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS off)
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, deadline_at)
                        SELECT gen_random_uuid(), item.id, 'FIRST', 1 + n / :items,
                               (ARRAY['harassment', 'hate', 'spam', 'profanity'])[1 + n % 4],
                               (ARRAY['en', 'de', 'tr'])[1 + n / 4 % 3], 2,
                               clock_timestamp() + make_interval(secs => n % 86400)
                          FROM hurry, generate_series(:from, :until - 1) AS n
                          JOIN item ON item.source = 'bench' AND item.external_id = (n % :items)::text
                        """)
                .param("items", ITEMS)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /// For what a benchmark needs of the floor beside claims.
    <T> T bean(Class<T> type) {
        return floor.getBean(type);
    }

    int port() {
        return Integer.parseInt(floor.getEnvironment().getRequiredProperty("local.server.port"));
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
