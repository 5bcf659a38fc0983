package dev.docket.backend.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.docket.backend.support.PostgresTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class GrantsTest {
    private final JdbcClient application;

    GrantsTest(JdbcClient application) {
        this.application = application;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'x'",
                "DELETE FROM audit_entry",
                "UPDATE audit_link SET hash = ''",
                "DELETE FROM audit_link",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_entry_default",
                "ALTER TABLE person ADD COLUMN x int",
                "DROP TABLE item",
                "CREATE TABLE mine (id int)",
                "DELETE FROM flyway_schema_history"
            })
    void theApplicationMayNot(String statement) {
        assertThatThrownBy(() -> application.sql(statement).update())
                .rootCause()
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("42501");
    }

    @Test
    void theApplicationMayReadAndWriteRows() {
        application.sql("INSERT INTO policy VALUES ('grants_test', 1, 99)").update();
        assertThat(application
                        .sql("DELETE FROM policy WHERE key = 'grants_test'")
                        .update())
                .isOne();
    }

    @Test
    void theApplicationMayMakePartitionsThroughTheFunctionAlone() {
        assertThat(application
                        .sql("SELECT ensure_partitions('audit_entry', 2)")
                        .query(Integer.class)
                        .single())
                .isBetween(0, 1);
        assertThatThrownBy(() -> application
                        .sql("SELECT ensure_partitions('person', 1)")
                        .query(Integer.class)
                        .single())
                .hasMessageContaining("not partitioned by month");
    }
}
