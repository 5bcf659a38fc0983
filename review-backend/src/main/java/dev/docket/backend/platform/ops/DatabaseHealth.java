package dev.docket.backend.platform.ops;

import dev.docket.backend.platform.postgres.Database;
import dev.docket.dto.ops.HealthReport.Component;
import java.time.Clock;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whether the database answers.
@Repository
class DatabaseHealth implements HealthPart {
    private final JdbcClient jdbc;
    private final Database database;
    private final Clock clock;

    DatabaseHealth(JdbcClient jdbc, Database database, Clock clock) {
        this.jdbc = jdbc;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Component check() {
        long asked = clock.millis();
        try {
            String version = jdbc.sql("SELECT current_setting('server_version')")
                    .query(String.class)
                    .single();
            return new Component(
                    UP,
                    "PostgreSQL %s, %s, answered in %d ms"
                            .formatted(version, database.embedded() ? "embedded" : "given", clock.millis() - asked));
        } catch (DataAccessException e) {
            return new Component(
                    DOWN,
                    database.embedded()
                            ? "The embedded PostgreSQL does not answer; it is being started again. See postgres/log in the home."
                            : "The PostgreSQL of DOCKET_DB_URL does not answer. Check that it runs and can be reached.");
        }
    }
}
