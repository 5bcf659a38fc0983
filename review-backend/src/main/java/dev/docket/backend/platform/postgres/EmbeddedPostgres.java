package dev.docket.backend.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server of the floor's own: durable, on loopback, behind passwords.
///
/// The server is a process beside ours and outlives us if we are killed; the next start finds
/// its mark, stops it in good order and starts afresh, so nothing committed is lost. Should the
/// server itself be killed, it is started again on the same port and the pool reconnects.
///
/// Two roles reach its one database. The owner makes the schema; the application reads and writes rows, but cannot
/// alter a table, nor change or delete what the audit trail says.
public final class EmbeddedPostgres implements AutoCloseable {
    static final String OWNER = "docket_owner";
    static final String APPLICATION = "docket_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "docket";
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Map<String, String> settings;
    private final Login owner;
    private final Login application;
    private final CountDownLatch closing = new CountDownLatch(1);

    private EmbeddedPostgres(Path home, Privileges privileges, Map<String, String> extra) {
        Path secrets = privateFolder(home.toAbsolutePath().resolve("secrets"));
        String ownerPassword = Secrets.password(secrets.resolve("database-owner"));
        this.cluster = Cluster.under(home, privileges, OWNER, ownerPassword);
        int port = freePort();
        this.settings = settings(port, extra);
        String url = address(port);
        this.owner = new Login(url, OWNER, ownerPassword);
        this.application = new Login(url, APPLICATION, Secrets.password(secrets.resolve("database-application")));
    }

    /// Starts the server whose data lies under `home`.
    ///
    /// @throws PostgresFault if it cannot be had; the message says what to do
    public static EmbeddedPostgres start(Path home) {
        return start(home, Privileges.detect(), Map.of());
    }

    /// The application's way into a server that a floor runs in `home` at this moment.
    ///
    /// @throws PostgresFault when none does
    public static Login running(Path home) {
        Path secrets = privateFolder(home.toAbsolutePath().resolve("secrets"));
        var cluster =
                Cluster.under(home, Privileges.detect(), OWNER, Secrets.password(secrets.resolve("database-owner")));
        int port = cluster.serverPort()
                .orElseThrow(
                        () -> new PostgresFault("no database server runs in " + home + "; is the floor starting?"));
        return new Login(address(port), APPLICATION, Secrets.password(secrets.resolve("database-application")));
    }

    /// @param extra server settings on top of the product's
    public static EmbeddedPostgres start(Path home, Privileges privileges, Map<String, String> extra) {
        var server = new EmbeddedPostgres(home, privileges, extra);
        server.cluster.stopOrphan();
        server.cluster.start(server.settings);
        server.prepareDatabase();
        server.watch();
        log.atInfo()
                .addKeyValue("version", Binaries.VERSION)
                .addKeyValue("privileges", privileges)
                .log("The embedded PostgreSQL is up");
        return server;
    }

    /// For migrations: owns the schema.
    public Login owner() {
        return owner;
    }

    /// For everything else.
    public Login application() {
        return application;
    }

    /// The server process, for those who watch or kill it.
    public long pid() {
        return cluster.serverPid().orElseThrow(() -> new PostgresFault("the server is not running"));
    }

    /// Stops the server in good order. Whoever uses it must have stopped before.
    @Override
    public void close() {
        closing.countDown();
        cluster.stop();
        log.atInfo().log("The embedded PostgreSQL has stopped");
    }

    private static String address(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    private static Map<String, String> settings(int port, Map<String, String> extra) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("shared_buffers", "256MB");
        settings.put("max_connections", "100");
        settings.put("jit", "off");
        // One forgotten transaction makes every claim slower by the second: dead queue rows cannot be cleared.
        settings.put("idle_in_transaction_session_timeout", "30s");
        settings.put("autovacuum_naptime", "10s");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        // The server's log must hold no row's content: no statement text, no DETAIL lines.
        settings.put("log_error_verbosity", "terse");
        settings.put("log_min_error_statement", "panic");
        settings.putAll(extra);
        return settings;
    }

    private static Path privateFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new PostgresFault("cannot use " + folder + ": " + e.getMessage(), e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PostgresFault("no free port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private void prepareDatabase() {
        String maintenance = owner.url().replaceFirst(DATABASE + "$", "postgres");
        try (var connection = DriverManager.getConnection(maintenance, owner.user(), owner.password())) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                execute(connection, "CREATE DATABASE " + DATABASE);
            }
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", APPLICATION)) {
                execute(connection, "CREATE ROLE " + APPLICATION + " LOGIN NOINHERIT");
            }
            // The password is base64url, made by us: safe to quote.
            execute(connection, "ALTER ROLE " + APPLICATION + " PASSWORD '" + application.password() + "'");
        } catch (SQLException e) {
            throw new PostgresFault("PostgreSQL runs but does not let its owner in: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void watch() {
        ProcessHandle.of(pid())
                .ifPresent(server -> server.onExit()
                        .thenRunAsync(
                                this::restart,
                                runnable -> Thread.ofVirtual()
                                        .name("postgres-watch")
                                        .start(runnable)));
    }

    /// Its children may still hold the shared memory for a moment, so the first tries can fail.
    private void restart() {
        long deadline = System.nanoTime() + RESTART_PATIENCE.toNanos();
        for (long pause = 100; !closesWithin(pause); pause = Math.min(2 * pause, 2000)) {
            try {
                cluster.stopOrphan();
                cluster.start(settings);
                log.atWarn().log("The embedded PostgreSQL had died and was started again");
                watch();
                return;
            } catch (PostgresFault e) {
                if (System.nanoTime() > deadline) {
                    log.atError().setCause(e).log("The embedded PostgreSQL died and cannot be started again");
                    return;
                }
            }
        }
    }

    private boolean closesWithin(long milliseconds) {
        try {
            return closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
