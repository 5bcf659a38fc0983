package dev.docket.backend.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class ConnectionGateTest {
    private final ConnectionGate gate = new ConnectionGate(new Endless(), 1);

    @AfterEach
    void relax() {
        ConnectionGate.relax();
    }

    @Test
    void aRequestThatFindsNoRoomIsToldSoon() throws SQLException {
        ConnectionGate.hurry(Duration.ofMillis(20));
        try (var held = gate.getConnection()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(gate::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
        try (var again = gate.getConnection()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void aJobWaitsUntilThereIsRoom() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Connection> waiting;
            try (var held = gate.getConnection()) {
                assertThat(held).isNotNull();
                waiting = CompletableFuture.supplyAsync(this::connection, threads);
                while (gate.waiting() == 0) {
                    Thread.onSpinWait();
                }
                assertThat(waiting).isNotDone();
            }
            waiting.get(10, TimeUnit.SECONDS).close();
        }
    }

    @Test
    void closingTwiceMakesRoomOnce() throws SQLException {
        ConnectionGate.hurry(Duration.ofMillis(20));
        var first = gate.getConnection();
        first.close();
        first.close();
        try (var held = gate.getConnection()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(gate::getConnection).isInstanceOf(SQLTransientConnectionException.class);
        }
    }

    @Test
    void aPoolThatFailsLeavesRoom() {
        var broken = new ConnectionGate(new Broken(), 1);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(broken::getConnection).hasMessage("away");
        }
    }

    private Connection connection() {
        try {
            return gate.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Has as many connections as anybody wants; they can do nothing.
    private static final class Endless extends AbstractDataSource {
        @Override
        public Connection getConnection() {
            return (Connection) Proxy.newProxyInstance(
                    ConnectionGateTest.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, arguments) -> null);
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }
    }

    private static final class Broken extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("away");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("away");
        }
    }
}
