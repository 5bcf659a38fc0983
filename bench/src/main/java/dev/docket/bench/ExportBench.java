package dev.docket.bench;

import dev.docket.backend.labels.Exports;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.postgres.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/// P18: label sets written out, against PostgreSQL's own copying of the same columns to the same program.
///
/// Copied are the columns that an export reads: the kept line of each row and its item's text,
/// in the set's order. Beyond them an export puts the text into its place, escapes it, takes
/// the line apart for tables, and lays out columns; and it ends its transaction every few
/// megabytes, which copying does not. Both write to nowhere, so that no disk is measured.
final class ExportBench implements Benchmark {
    private static final String SMALL = "ls-small";
    private static final String LARGE = "ls-large";
    private static final int SMALL_ROWS = 100_000;
    private static final int CHUNK = 50_000;
    private static final double HEAP_GOAL_MB = 64;
    private static final double SNAPSHOT_GOAL_SECONDS = 5;
    private static final int MB = 1 << 20;
    private static final String DEFINITION = """
            {"name":"bench","from":null,"to":"2026-11-20T00:00:00Z","policies":[],"languages":[],"minAgreement":0.0,
             "splits":{"train":1.0},"groupBy":[],"seed":1,
             "labels":["harassment","hate","profanity","self_harm","sexual","spam","threat","toxicity"]}
            """;
    private static final String ROWS = """
            INSERT INTO label_set_row (version, ordinal, item_id, decision_id, split, line, line_sha256)
            SELECT '%1$s', n, item, decision, 'train', %4$s, ''
              FROM (SELECT n, %2$s AS item, %3$s AS decision FROM generate_series(%5$d, %6$d) AS n) AS made
            """;
    /// As a row of two looks is kept.
    private static final String LINE = """
            '{"itemId":"' || item || '","source":"bench","externalId":"' || n || '","split":"train","text":null,'
            || '"language":"en","labels":{"harassment":' || (n & 1)
            || ',"hate":0,"profanity":0,"self_harm":0,"sexual":0,"spam":0,"threat":0},"outcome":"VIOLATION",'
            || '"violations":[{"policy":"harassment","severity":2,"spans":[[0,4]]}],"decisionId":"' || decision
            || '","decidedAt":"2026-11-20T10:00:00.123456Z","policyVersions":{"harassment":3,"spam":1},'
            || '"scores":{"harassment":0.' || (hashint4(n) & 65535) || ',"hate":0.0123,"profanity":0.2,"self_harm":0.001,'
            || '"sexual":0.0045,"spam":0.03,"threat":0.125,"toxicity":0.77},"modelVersion":"docket-text-1",'
            || '"scoresVisible":true,"samplingProbability":1.0,"labelSource":"SECOND","weight":1.0,"keptProbability":1.0,'
            || '"looks":2,"agreement":1.0,"votes":[{"rater":"r' || substr(md5('r' || n % 50), 1, 16)
            || '","kind":"FIRST","outcome":"VIOLATION","policies":["harassment"],"at":"2026-11-20T09:00:00Z"},{"rater":"r'
            || substr(md5('s' || n % 50), 1, 16)
            || '","kind":"SECOND","outcome":"VIOLATION","policies":["harassment"],"at":"2026-11-20T10:00:00Z"}],'
            || '"adjudicated":false,"golden":false,"evaluation":false,"appealOutcome":null,'
            || '"effectiveAt":"2026-11-20T10:00:05Z","group":"' || to_hex(hashint4(n)::bigint & 4294967295) || '"}'
            """;

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String title() {
        return "P18: label exports against copying the same columns; goals: JSONL and CSV >= 0.80, Parquet >= 0.50. "
                + "Heap growth over 64 MB and the longest snapshot over 5 s: <= 1";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int large = length.of("rows", 1_000_000, 200_000);
        try (var floor = new FloorWithTasks(0);
                var owner = FloorWithTasks.connect(floor.bean(Database.class).owner())) {
            fill(owner, large);
            var exports = floor.bean(Exports.class);
            var measured = new ArrayList<Measurement>();
            var rounds = new SideBySide(length.of("rounds", 9, 7));
            for (String format : List.of("jsonl", "csv", "parquet")) {
                measured.add(rounds.rates(
                        "export-" + format, "rows/s", SMALL_ROWS, copy(owner), export(exports, SMALL, format)));
            }
            for (String format : List.of("jsonl", "csv", "parquet")) {
                measured.addAll(bounds(exports, owner, format));
            }
            return measured;
        }
    }

    private static Callable<?> copy(Connection owner) {
        return () -> owner.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("""
                COPY (SELECT entry.line, item.text
                        FROM label_set_row AS entry JOIN item ON item.id = entry.item_id
                       WHERE entry.version = '%s' ORDER BY entry.ordinal) TO STDOUT WITH (FORMAT csv)
                """.formatted(SMALL), OutputStream.nullOutputStream());
    }

    private static Callable<?> export(Exports exports, String version, String format) {
        return () -> {
            open(exports, version, format, OutputStream.nullOutputStream());
            return version;
        };
    }

    private static void open(Exports exports, String version, String format, OutputStream out) throws IOException {
        exports.open(version, format, null, new Actor.Automation("bench")).write(out);
    }

    /// How much more lives on the heap while the large set is written than the small one, and the longest snapshot.
    private static List<Measurement> bounds(Exports exports, Connection owner, String format) throws Exception {
        double small = live(exports, SMALL, format);
        var watch = new SnapshotWatch(owner);
        double large;
        var watcher = Thread.ofPlatform().start(watch);
        try {
            large = live(exports, LARGE, format);
        } finally {
            watch.stop();
            watcher.join();
        }
        double growth = Math.max(0, large - small) / HEAP_GOAL_MB;
        double longest = watch.longest() / SNAPSHOT_GOAL_SECONDS;
        return List.of(
                new Measurement("export-" + format + "-heap", growth, growth, growth, small, large, "MB"),
                new Measurement(
                        "export-" + format + "-snapshot",
                        longest,
                        longest,
                        longest,
                        SNAPSHOT_GOAL_SECONDS,
                        watch.longest(),
                        "s"));
    }

    /// The most that lived on the heap, in MB, looked at after collections in the midst of the export.
    private static double live(Exports exports, String version, String format) throws IOException {
        var heap = new Heap();
        open(exports, version, format, heap);
        return (double) heap.most / MB;
    }

    private static final class Heap extends OutputStream {
        private static final long FIRST = 1L << 20;

        private long bytes;
        private long next = FIRST;
        private long most;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] written, int from, int length) {
            bytes += length;
            if (bytes >= next) {
                next = bytes * 3 / 2;
                System.gc();
                most = Math.max(
                        most,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
    }

    /// Looks again and again how long somebody's snapshot has been open.
    private static final class SnapshotWatch implements Runnable {
        private final Connection connection;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private double longest;

        SnapshotWatch(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void run() {
            while (!stopped.get()) {
                look();
                LockSupport.parkNanos(20_000_000);
            }
        }

        private void look() {
            try (var statement = connection.createStatement();
                    var age = statement.executeQuery("""
                            SELECT coalesce(extract(epoch FROM max(clock_timestamp() - xact_start)), 0)
                              FROM pg_stat_activity
                             WHERE backend_xmin IS NOT NULL AND pid <> pg_backend_pid()
                               AND backend_type = 'client backend'
                            """)) {
                age.next();
                longest = Math.max(longest, age.getDouble(1));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        void stop() {
            stopped.set(true);
        }

        double longest() {
            return longest;
        }
    }

    private static void fill(Connection owner, int large) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("SET session_replication_role = replica");
            for (int from = 1; from <= large; from += CHUNK) {
                statement.execute(items(from, Math.min(large, from + CHUNK - 1)));
            }
            set(statement, SMALL, SMALL_ROWS);
            set(statement, LARGE, large);
            statement.execute("VACUUM (ANALYZE) item");
            statement.execute("VACUUM (ANALYZE) label_set_row");
            statement.execute("CHECKPOINT");
        }
    }

    /// Texts of some dozens to some hundreds of characters, with what must be escaped in every tenth.
    private static String items(int from, int until) {
        return """
                INSERT INTO item (id, source, external_id, state, content_sha256, text, language, submitted_at)
                SELECT %1$s, 'bench', n::text, 'SETTLED', sha256(n::text::bytea),
                       'Item ' || n || CASE WHEN n %% 10 = 0 THEN E' said "no",\\n\u00fcber' ELSE ' ' END
                       || repeat('you would not believe it, ', 1 + (hashint4(n) & 15)),
                       'en', clock_timestamp()
                  FROM generate_series(%2$d, %3$d) AS n
                """.formatted(id(""), from, until);
    }

    private static String id(String salt) {
        return "(lpad(to_hex(n), 12, '0') || substr(md5('%s' || n), 1, 20))::uuid".formatted(salt);
    }

    private static void set(Statement statement, String version, int rows) throws SQLException {
        statement.execute("""
                INSERT INTO label_set (version, name, definition, state, rows, split_rows, sha256, created_at)
                VALUES ('%s', 'bench', '%s', 'READY', %d, '{"train":%d}', '', clock_timestamp())
                """.formatted(version, DEFINITION, rows, rows));
        for (int from = 1; from <= rows; from += CHUNK) {
            statement.execute(String.format(
                    Locale.ROOT, ROWS, version, id(""), id("d"), LINE, from, Math.min(rows, from + CHUNK - 1)));
        }
    }
}
