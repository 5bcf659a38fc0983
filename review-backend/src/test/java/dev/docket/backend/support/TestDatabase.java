package dev.docket.backend.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.docket.backend.platform.postgres.EmbeddedPostgres;
import dev.docket.backend.platform.postgres.Login;
import dev.docket.backend.platform.postgres.Privileges;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.LoggerFactory;

/// The one PostgreSQL of a test run: the product's own launcher and migrations, on a server whose
/// clock zone differs
/// from
/// the JVM's. Its binaries stay unpacked under `target`; its database is made anew for each run.
public final class TestDatabase {
    private static final List<String> KEPT =
            List.of("flyway_schema_history", "policy", "policy_version", "policy_label", "label_schema");
    private static final String STARTING_POLICIES = """
            BEGIN;
            DELETE FROM policy_label WHERE version > 1 OR policy_key IN (SELECT key FROM policy WHERE position > 10);
            DELETE FROM policy_version WHERE version > 1 OR policy_key IN (SELECT key FROM policy WHERE position > 10);
            DELETE FROM policy WHERE position > 10;
            UPDATE policy SET current_version = 1 WHERE current_version > 1;
            COMMIT
            """;
    private static final String FOREIGN_ZONE = "America/St_Johns";
    private static final int MOST_CONNECTIONS = 24;
    private static final int MOST_TRIES = 20;
    private static TestDatabase shared;

    private final EmbeddedPostgres postgres;
    private final DataSource asApplication;
    private final DataSource asOwner;

    private TestDatabase(Path home) {
        postgres = EmbeddedPostgres.start(
                home, Privileges.detect(), Map.of("timezone", FOREIGN_ZONE, "fsync", "off", "max_connections", "300"));
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        recreate();
        Flyway.configure()
                .dataSource(owner().url(), owner().user(), owner().password())
                .placeholders(Map.of("application_role", application().user()))
                .load()
                .migrate();
        asApplication = pool(application());
        asOwner = pool(owner());
    }

    public static synchronized TestDatabase shared() {
        if (shared == null) {
            // Migrations speak of every table, in every run.
            ((Logger) LoggerFactory.getLogger("org.flywaydb")).setLevel(Level.WARN);
            shared = new TestDatabase(home());
        }
        return shared;
    }

    /// A folder of this run's own if another run has the usual one.
    public static Path home() {
        Path usual = Path.of(System.getProperty("basedir", System.getProperty("user.dir")), "target", "test-home");
        try {
            Files.createDirectories(usual);
            var lock = FileChannel.open(usual.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            return lock != null ? usual : Files.createTempDirectory("docket-test-home");
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("the test database failed to start before; its reason stands there", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Login owner() {
        return postgres.owner();
    }

    public Login application() {
        return postgres.application();
    }

    /// As the application's role.
    public DataSource dataSource() {
        return asApplication;
    }

    /// As the owner, who may do what the application may not.
    public DataSource ownerDataSource() {
        return asOwner;
    }

    /// Signing in costs more than most statements of a test, so connections are kept.
    private static DataSource pool(Login login) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(login.url());
        settings.setUsername(login.user());
        settings.setPassword(login.password());
        settings.setMinimumIdle(1);
        settings.setMaximumPoolSize(MOST_CONNECTIONS);
        return new HikariDataSource(settings);
    }

    /// Empties every table but those that migrations fill. Background jobs may hold rows for a
    /// moment, so it tries
    /// again.
    public void clear() {
        for (int tries = 1; ; tries++) {
            try (var connection = ownerDataSource().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = '2s'");
                statement.execute("TRUNCATE " + String.join(", ", tables()));
                statement.execute(STARTING_POLICIES);
                statement.execute("RESET lock_timeout");
                return;
            } catch (SQLException e) {
                if (tries == MOST_TRIES) {
                    throw new IllegalStateException("cannot empty the tables", e);
                }
            }
        }
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var connection = ownerDataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.removeAll(KEPT);
        return names;
    }

    private void recreate() {
        String maintenance = owner().url().replaceFirst("docket$", "postgres");
        try (var connection = DriverManager.getConnection(maintenance, owner().user(), owner().password());
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS docket WITH (FORCE)");
            statement.execute("CREATE DATABASE docket");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
