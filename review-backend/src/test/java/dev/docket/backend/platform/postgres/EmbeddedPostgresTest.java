package dev.docket.backend.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path home;

    /// Where root has no user namespaces the server runs as `nobody`, who must be able to enter.
    @BeforeEach
    void openTheHome() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void keepsItsDataBehindPasswords() throws SQLException {
        try (var server = EmbeddedPostgres.start(home)) {
            execute(server.owner(), "CREATE TABLE kept (id int)");
            assertThat(value(server.owner(), "SELECT current_setting('fsync') || current_setting('data_checksums')"))
                    .isEqualTo("onon");
            assertThatThrownBy(() -> DriverManager.getConnection(server.owner().url(), "docket_owner", "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(value(server.owner(), "SELECT count(*) FROM kept")).isEqualTo("0");
        }
    }

    @Test
    void startsAgainWhenItsServerIsKilled() throws Exception {
        try (var server = EmbeddedPostgres.start(home)) {
            execute(server.owner(), "CREATE TABLE kept AS SELECT 7 AS id");
            kill(server.pid());
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(value(server.owner(), "SELECT id FROM kept"))
                            .isEqualTo("7"));
        }
    }

    @Test
    void recoversFromAFloorThatWasKilled() throws Exception {
        Process floor = floorInAProcess();
        var login = awaitLogin();
        kill(floor.pid());
        floor.waitFor();
        assertThat(value(login, "SELECT id FROM kept"))
                .as("the server outlives its floor")
                .isEqualTo("7");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(value(server.owner(), "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void ignoresAMarkWhoseProcessIsSomethingElse() throws Exception {
        EmbeddedPostgres.start(home).close();
        Files.writeString(
                home.resolve("postgres/data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (var server = EmbeddedPostgres.start(home)) {
            assertThat(server.pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void runsAsNobodyWhereRootHasNoNamespaces() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root has to give up rights");
        try (var server = EmbeddedPostgres.start(home, Privileges.NOBODY, Map.of())) {
            assertThat(value(server.owner(), "SELECT 1")).isEqualTo("1");
        }
    }

    private Process floorInAProcess() throws Exception {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledFloor.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("floor.log").toFile())
                .start();
    }

    private Login awaitLogin() {
        Path login = home.resolve("login");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(login) && Files.readAllLines(login).size() == 3);
        try {
            var lines = Files.readAllLines(login);
            return new Login(lines.get(0), lines.get(1), lines.get(2));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Starts a server, writes a row, tells where it is, and waits to be killed.
    static final class KilledFloor {
        public static void main(String[] args) throws Exception {
            var server = EmbeddedPostgres.start(Path.of(args[0]));
            execute(server.owner(), "CREATE TABLE kept AS SELECT 7 AS id");
            var login = server.owner();
            Files.write(Path.of(args[0], "login"), List.of(login.url(), login.user(), login.password()));
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }

    /// SIGKILL, without the `kill` program: bare machines lack it.
    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Login login, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
