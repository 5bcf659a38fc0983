package dev.docket.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.docket.backend.platform.postgres.Database;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.Task;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// P8: claiming and completing tasks in our queue, against db-scheduler on the same server.
///
/// Both claim by the handful, with as many workers and connections, and complete one by one, a transaction each. Ours
/// orders by deadline, honours languages, queues and reservations, writes an audit entry a claim and reads what the
/// screen needs; the peer does none of that. The peer deletes what is done, ours keeps it.
final class QueuePeerBench implements Benchmark {
    private static final int HANDFUL = 10;

    @Override
    public String name() {
        return "queue-peer";
    }

    @Override
    public String title() {
        return "P8: claiming and completing against db-scheduler on the same server; goal: queue-peer >= 1.0";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int workers = Integer.getInteger("docket.bench.connections", 4);
        int tasks = workers * length.of("tasks", 400, 150);
        try (var floor = new FloorWithTasks(4 * tasks);
                var peer = new Peer(floor.bean(Database.class), workers)) {
            return List.of(new SideBySide(length.of("rounds", 11, 7))
                    .rates(
                            "queue-peer",
                            "tasks/s",
                            tasks,
                            new SideBySide.Work(() -> peer.fill(tasks), peer::drain),
                            new SideBySide.Work(
                                    floor::reopen,
                                    () -> DecideBench.atOnce(workers, number -> work(floor, tasks / workers)))));
        }
    }

    private static Object work(FloorWithTasks floor, int tasks) {
        var moderator = FloorWithTasks.moderator(Set.of("*"), Set.of("*"));
        var transaction = new TransactionTemplate(floor.bean(PlatformTransactionManager.class));
        var queue = floor.bean(ReviewTasks.class);
        int done = 0;
        while (done < tasks) {
            var claimed = floor.claim(moderator, new ClaimRequest(null, Math.min(HANDFUL, tasks - done)));
            for (Task task : claimed) {
                long lease = Objects.requireNonNull(task.lease()).number();
                transaction.executeWithoutResult(
                        status -> queue.complete(UUID.fromString(task.id()), moderator.id(), lease));
            }
            done += claimed.size();
        }
        return done;
    }

    /// db-scheduler as its documentation advises for throughput: claimed in handfuls by `lock-and-fetch`.
    private static final class Peer implements AutoCloseable {
        private static final String TASK = "bench";
        private static final int PATIENCE_SECONDS = 60;

        private final HikariDataSource pool;
        private final JdbcClient jdbc;
        private final Scheduler scheduler;
        private final AtomicReference<CountDownLatch> waiting = new AtomicReference<>(new CountDownLatch(0));

        Peer(Database database, int workers) throws SQLException {
            createTable(database);
            pool = new HikariDataSource(pool(database, workers));
            jdbc = JdbcClient.create(pool);
            scheduler = Scheduler.create(pool, Tasks.oneTime(TASK).execute((instance, context) -> {}))
                    .threads(workers)
                    .pollUsingLockAndFetch(1.0, HANDFUL)
                    .pollingInterval(Duration.ofMillis(100))
                    .addSchedulerListener(new AbstractSchedulerListener() {
                        @Override
                        public void onExecutionComplete(ExecutionComplete complete) {
                            waiting.get().countDown();
                        }
                    })
                    .build();
            scheduler.start();
            scheduler.pause();
        }

        /// Two connections more than workers, for its polling and its heartbeat.
        private static HikariConfig pool(Database database, int workers) {
            var login = database.application();
            var config = new HikariConfig();
            config.setJdbcUrl(login.url());
            config.setUsername(login.user());
            config.setPassword(login.password());
            config.setMaximumPoolSize(workers + 2);
            return config;
        }

        private static void createTable(Database database) throws SQLException {
            try (var owner = FloorWithTasks.connect(database.owner());
                    var statement = owner.createStatement()) {
                statement.execute("""
                        CREATE TABLE scheduled_tasks (
                            task_name            text NOT NULL,
                            task_instance        text NOT NULL,
                            task_data            bytea,
                            execution_time       timestamptz NOT NULL,
                            picked               boolean NOT NULL,
                            picked_by            text,
                            last_success         timestamptz,
                            last_failure         timestamptz,
                            consecutive_failures integer,
                            last_heartbeat       timestamptz,
                            version              bigint NOT NULL,
                            priority             smallint,
                            PRIMARY KEY (task_name, task_instance))
                            WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01)
                        """);
                statement.execute("CREATE INDEX scheduled_tasks_due ON scheduled_tasks (execution_time)");
                statement.execute("CREATE INDEX scheduled_tasks_alive ON scheduled_tasks (last_heartbeat)");
                statement.execute("GRANT ALL ON scheduled_tasks TO "
                        + database.application().user());
            }
        }

        Object fill(int tasks) {
            waiting.set(new CountDownLatch(tasks));
            return jdbc.sql("""
                            INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                            SELECT :task, gen_random_uuid()::text, clock_timestamp() - make_interval(secs => n), false, 1
                              FROM generate_series(1, :tasks) AS n
                            """).param("task", TASK).param("tasks", tasks).update();
        }

        Object drain() throws InterruptedException {
            scheduler.resume();
            scheduler.triggerCheckForDueExecutions();
            if (!waiting.get().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the peer did not finish; " + waiting.get() + " tasks are left");
            }
            scheduler.pause();
            return "all done";
        }

        @Override
        public void close() {
            scheduler.stop();
            pool.close();
        }
    }
}
