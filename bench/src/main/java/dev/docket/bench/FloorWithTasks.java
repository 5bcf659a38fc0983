package dev.docket.bench;

import dev.docket.backend.Floor;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.postgres.Database;
import dev.docket.backend.platform.postgres.Login;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/// A floor of its own, with its own database, in which a number of tasks wait.
///
/// They are spread over four queues and four languages; of the rarest, [#RARE], a few hundred wait however long the
/// queues are. A twentieth is kept for somebody else, another twentieth from somebody.
final class FloorWithTasks implements AutoCloseable {
    /// A language that few items are in.
    static final String RARE = "sw";

    private static final int RARE_TASKS = 400;
    private static final int CHUNK = 50_000;

    private final Path home;
    private final ConfigurableApplicationContext floor;
    private final JdbcClient jdbc;
    private final ReviewQueue queue;

    FloorWithTasks(int tasks) throws IOException, SQLException {
        this(tasks, List.of());
    }

    /// @param watchers see every part of the floor as it is made, and may put another in its place
    /// @param settings more of the floor's settings, as `--name=value`
    FloorWithTasks(int tasks, List<? extends BeanPostProcessor> watchers, String... settings)
            throws IOException, SQLException {
        home = Files.createTempDirectory("docket-bench");
        floor = quietly(() -> new SpringApplicationBuilder(Floor.class)
                .initializers(context -> watchers.forEach(context.getBeanFactory()::addBeanPostProcessor))
                .run(arguments(settings)));
        jdbc = floor.getBean(JdbcClient.class);
        queue = floor.getBean(ReviewQueue.class);
        if (tasks > 0) {
            fill(tasks);
        }
    }

    private String[] arguments(String... settings) {
        var arguments = new java.util.ArrayList<>(List.of(settings));
        arguments.addAll(List.of("--server.port=0", "--docket.home=" + home, "--logging.level.dev.docket=error"));
        // A text that is sent again must cost what it cost the first time.
        arguments.add("--docket.classification.verdicts.memory=0B");
        return arguments.toArray(String[]::new);
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

    /// As the owner: only they may leave foreign keys unchecked, which a million rows want, and tell the planner.
    private void fill(int tasks) throws SQLException {
        try (var owner = connect(bean(Database.class).owner());
                var statement = owner.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET session_replication_role = replica");
            int items = Math.min(tasks, CHUNK);
            statement.execute("""
                    INSERT INTO item (id, source, external_id, state, content_sha256, text, submitted_at)
                    SELECT gen_random_uuid(), 'bench', n::text, 'IN_REVIEW', sha256(n::text::bytea),
                           'Item ' || n, clock_timestamp()
                      FROM generate_series(0, %d - 1) AS n
                    """.formatted(items));
            for (int from = 0; from < tasks; from += CHUNK) {
                statement.execute(fill(from, Math.min(tasks, from + CHUNK), items, Math.max(1, tasks / RARE_TASKS)));
            }
            statement.execute("VACUUM (ANALYZE) review_task");
            statement.execute("CHECKPOINT");
        }
    }

    private static String fill(int from, int until, int items, int rarity) {
        return """
                INSERT INTO review_task (id, item_id, kind, round, queue_key, language, severity, deadline_at,
                                         reserved_for, kept_from_some)
                SELECT gen_random_uuid(), item.id, 'FIRST', 1 + n / %1$d,
                       (ARRAY['harassment', 'hate', 'spam', 'profanity'])[1 + (hashint4(n) & 3)],
                       CASE WHEN n %% %4$d = 0 THEN '%5$s'
                            ELSE (ARRAY['en', 'en', 'de', 'tr'])[1 + (hashint4(n + 1) & 3)] END,
                       2, clock_timestamp() + make_interval(secs => (hashint4(n + 2) & 65535)),
                       CASE WHEN n %% 20 = 7 THEN gen_random_uuid() END, n %% 20 = 13
                  FROM generate_series(%2$d, %3$d - 1) AS n
                  JOIN item ON item.source = 'bench' AND item.external_id = (n %% %1$d)::text
                """.formatted(items, from, until, rarity, RARE);
    }

    static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    /// For what a benchmark needs of the floor beside claims.
    <T> T bean(Class<T> type) {
        return floor.getBean(type);
    }

    int port() {
        return Integer.parseInt(floor.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /// A moderator whom nobody has seen before.
    static Caller.Person moderator(Set<String> languages, Set<String> queues) {
        return new Caller.Person(UUID.randomUUID(), "bench", Set.of(Role.MODERATOR), languages, queues);
    }

    /// Claims one task as a moderator would who reads two of the languages.
    Task claim() {
        return claim(moderator(Set.of("en", "de"), Set.of("*")), new ClaimRequest(null, 1))
                .getFirst();
    }

    /// @return at least one
    List<Task> claim(Caller.Person moderator, ClaimRequest request) {
        var tasks = queue.claim(moderator, request);
        if (tasks.isEmpty()) {
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

    /// What was claimed or done waits again as if it had not been.
    Object reopen() {
        return jdbc.sql("""
                        UPDATE review_task
                           SET state = 'OPEN', claimed_by = NULL, leased_until = NULL, done_at = NULL
                         WHERE state IN ('CLAIMED', 'DONE')
                        """).update();
    }

    @Override
    public void close() throws IOException {
        floor.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
