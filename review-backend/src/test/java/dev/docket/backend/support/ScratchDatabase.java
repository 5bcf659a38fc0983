package dev.docket.backend.support;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/// A database beside the shared one, on the same server, for tests that bring their own background jobs: those of the
/// shared Spring context never see it.
public final class ScratchDatabase {
    private ScratchDatabase() {}

    /// Makes the database anew, with the schema.
    ///
    /// @return it, as the application's role
    public static DataSource create(String name) {
        var shared = TestDatabase.shared();
        execute(shared, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)", "CREATE DATABASE " + name);
        var owner = shared.owner();
        Flyway.configure()
                .dataSource(url(owner.url(), name), owner.user(), owner.password())
                .placeholders(Map.of("application_role", shared.application().user()))
                .load()
                .migrate();
        var source = new PGSimpleDataSource();
        source.setUrl(url(shared.application().url(), name));
        source.setUser(shared.application().user());
        source.setPassword(shared.application().password());
        return source;
    }

    private static void execute(TestDatabase shared, String... statements) {
        var owner = shared.owner();
        try (var connection =
                        DriverManager.getConnection(url(owner.url(), "postgres"), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String url, String database) {
        return url.replaceFirst("/docket(?=$|\\?)", "/" + database);
    }
}
