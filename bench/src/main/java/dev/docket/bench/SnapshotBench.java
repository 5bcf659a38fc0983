package dev.docket.bench;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/// P9: claiming while another transaction holds its snapshot, so that nothing it might still see can be vacuumed away.
final class SnapshotBench implements Benchmark {
    private static final int CLAIMS = 100;
    private static final int WAITING = 20_000;

    @Override
    public String name() {
        return "snapshot";
    }

    @Override
    public String title() {
        return "P9: claims while a transaction holds its snapshot all the time, against claims without; goal: >= 0.95";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        try (var clean = new FloorWithTasks(WAITING);
                var watched = new FloorWithTasks(WAITING);
                var snapshot = watched.bean(DataSource.class).getConnection()) {
            hold(snapshot);
            return List.of(new SideBySide(length.of("rounds", 60, 7))
                    .rates("snapshot", "claims/s", CLAIMS, claims(clean), () -> {
                        keep(snapshot);
                        return claims(watched).call();
                    }));
        }
    }

    private static void hold(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        keep(connection);
    }

    /// A transaction that says nothing for long is ended by the server.
    private static void keep(Connection connection) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT count(*) FROM person");
        }
    }

    private static Callable<?> claims(FloorWithTasks floor) {
        return () -> {
            for (int i = 0; i < CLAIMS; i++) {
                floor.claim();
            }
            return floor.putBack();
        };
    }
}
