package dev.docket.backend.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A server of the operator's own, where one user does both jobs.
class GivenDatabaseTest {
    private static final Login OWNER = TestDatabase.shared().owner();
    private static final String URL = OWNER.url().replaceFirst("docket$", "given");

    @BeforeAll
    static void makeAnEmptyDatabase() {
        maintenance("CREATE DATABASE given");
    }

    @AfterAll
    static void dropIt() {
        maintenance("DROP DATABASE given WITH (FORCE)");
    }

    @Test
    void oneUserMigratesAndWorksWithoutGrants() {
        var given = new DatabaseSettings(
                        Path.of("unused"), new DatabaseSettings.Given(URL, OWNER.user(), OWNER.password(), "", ""))
                .open();
        assertThat(given.owner()).isEqualTo(given.application());
        assertThat(given.embedded()).isFalse();
        Flyway.configure()
                .dataSource(URL, given.owner().user(), given.owner().password())
                .placeholders(Map.of("application_role", given.application().user()))
                .load()
                .migrate();
        var jdbc = JdbcClient.create(new DriverManagerDataSource(URL, OWNER.user(), OWNER.password()));
        assertThat(jdbc.sql("SELECT count(*) FROM item").query(Long.class).single())
                .isZero();
        given.close();
    }

    @Test
    void aSeparateOwnerIsUsedForTheSchemaAlone() {
        var given = new DatabaseSettings(
                        Path.of("unused"), new DatabaseSettings.Given(URL, "app", "a", OWNER.user(), OWNER.password()))
                .open();
        assertThat(given.owner().user()).isEqualTo(OWNER.user());
        assertThat(given.application()).isEqualTo(new Login(URL, "app", "a"));
    }

    private static void maintenance(String statement) {
        String url = OWNER.url().replaceFirst("docket$", "postgres");
        JdbcClient.create(new DriverManagerDataSource(url, OWNER.user(), OWNER.password()))
                .sql(statement)
                .update();
    }
}
