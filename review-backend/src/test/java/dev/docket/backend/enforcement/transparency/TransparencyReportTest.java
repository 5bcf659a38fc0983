package dev.docket.backend.enforcement.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.CsvCell;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@FloorTest
class TransparencyReportTest {
    private static final String REMOVE = "[{\"type\":\"REMOVE\"}]";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient supervisor;
    private String path;

    @BeforeEach
    void signIn() {
        supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        var now = Instant.now();
        path = "/api/v1/transparency-report?from=" + now.minus(1, ChronoUnit.DAYS) + "&to="
                + now.plus(1, ChronoUnit.DAYS);
    }

    @Test
    void noticesAreCountedWithTheirAnswers() {
        var acted = Decided.item("u-1");
        report(acted, "r-1");
        report(acted, "r-2");
        Decided.violation(acted, 1, 2, REMOVE);
        report(Decided.item("u-2"), "r-1");

        var notices = report().path("notices");
        assertThat(notices.size()).isOne();
        var row = notices.get(0);
        assertThat(row.path("policy").asString()).isEqualTo("harassment");
        assertThat(row.path("category").asString()).isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE");
        assertThat(row.path("notices").asInt()).isEqualTo(3);
        assertThat(row.path("items").asInt()).isEqualTo(2);
        assertThat(row.path("acted").asInt()).isEqualTo(1);
        assertThat(row.path("medianSeconds").asLong()).isBetween(3_590L, 3_620L);
    }

    @Test
    void measuresAreSplitByWhoBeganAndWhoDecided() {
        var reported = Decided.item("u-1");
        report(reported, "r-1");
        Decided.violation(reported, 1, 2, REMOVE);
        var own = Decided.violation(Decided.item("u-2"), 1, 2, REMOVE);
        jdbc.sql("UPDATE decision SET person_id = NULL WHERE id = :id")
                .param("id", own)
                .update();

        var actions = report().path("actions");
        assertThat(actions.valueStream()
                        .map(row -> row.path("ownInitiative").asBoolean() + " "
                                + row.path("byAutomation").asBoolean() + " "
                                + row.path("count").asInt()))
                .containsExactlyInAnyOrder("false false 1", "true true 1");
    }

    @Test
    void theErrorRateIsWhatLaterDecisionsFoundOtherwise() {
        for (int i = 0; i < 4; i++) {
            Decided.violation(Decided.item("u-" + i), 1, 2, REMOVE);
        }
        var wrong = Decided.item("u-9");
        Decided.violation(wrong, 1, 2, REMOVE);
        Decided.approval(wrong, 2);
        var confirmed = Decided.item("u-10");
        Decided.violation(confirmed, 1, 2, REMOVE);
        Decided.violation(confirmed, 2, 2, REMOVE);

        var people = report().path("automation").get(0);
        assertThat(people.path("by").asString()).isEqualTo("PERSON");
        assertThat(people.path("decisions").asInt()).isEqualTo(8);
        assertThat(people.path("overturned").asInt()).isEqualTo(1);
        assertThat(people.path("errorRate").asDouble()).isEqualTo(0.125);
    }

    @Test
    void appealsAreCountedByOutcome() {
        appeal("'UPHOLD'");
        appeal("'OVERTURN'");
        appeal("NULL");
        var appeals = report().path("appeals");
        assertThat(appeals.path("received").asInt()).isEqualTo(3);
        assertThat(appeals.path("decided").asInt()).isEqualTo(2);
        assertThat(appeals.path("upheld").asInt()).isEqualTo(1);
        assertThat(appeals.path("overturned").asInt()).isEqualTo(1);
        assertThat(appeals.path("medianSeconds").asInt()).isEqualTo(7_200);
    }

    @Test
    void theTableIsSafeToOpen() {
        Decided.violation(Decided.item("u-1"), 1, 2, REMOVE);
        jdbc.sql("UPDATE decision SET violations = '[{\"policy\":\"=1+1\",\"severity\":1}]'")
                .update();
        var csv = supervisor.get(path + "&format=csv");
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.body()).contains("actions,'=1+1,,REMOVE,OWN,PERSON,count,1\r\n");
        assertThat(csv.body().lines())
                .allMatch(line -> line.chars().filter(c -> c == ',').count() == 7);
        assertThat(CsvCell.of("@SUM(A1), \"x\"")).isEqualTo("\"'@SUM(A1), \"\"x\"\"\"");
    }

    @Test
    void itIsForThoseWhoAnswerForThePlatform() {
        assertThat(supervisor.get(path + "&format=xml").status()).isEqualTo(422);
        var senior = anybody.as(TestCallers.person("sen", Role.SENIOR).token());
        assertThat(senior.get(path).status()).isEqualTo(403);
    }

    private JsonNode report() {
        var answer = supervisor.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private void report(Object item, String reporter) {
        jdbc.sql("""
                        INSERT INTO item_report (id, item_id, reporter, policy_key, reported_at)
                        VALUES (gen_random_uuid(), :item, :reporter, 'harassment', now() - interval '1 hour')
                        """).param("item", item).param("reporter", reporter).update();
    }

    private void appeal(String outcome) {
        var item = Decided.item("u-1");
        jdbc.sql("""
                        INSERT INTO appeal (id, item_id, decision_id, chain_id, role, appellant, language, state, severity,
                                            policies, model_versions, task_id, received_at, due_at, outcome, decided_at,
                                            resolution_id)
                        SELECT gen_random_uuid(), :item, gen_random_uuid(), gen_random_uuid(), 'AUTHOR', 'u-1', 'en',
                               CASE WHEN given.outcome IS NULL THEN 'RECEIVED' ELSE 'DECIDED' END, 2, '{harassment}', '{}',
                               gen_random_uuid(), now() - interval '2 hours', now(), given.outcome,
                               CASE WHEN given.outcome IS NOT NULL THEN now() END,
                               CASE WHEN given.outcome IS NOT NULL THEN gen_random_uuid() END
                          FROM (SELECT %s::text AS outcome) AS given
                        """.formatted(outcome)).param("item", item).update();
    }
}
