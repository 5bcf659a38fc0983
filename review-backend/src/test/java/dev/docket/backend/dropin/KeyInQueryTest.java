package dev.docket.backend.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A key in an address is a canary: after every way a request can end, it is looked for
/// wherever something is written.
@FloorTest
@ExtendWith(OutputCaptureExtension.class)
class KeyInQueryTest {
    private static final String TEXT = "canary-text worthless idiot";
    private static final String GOOD = """
            {"comment":{"text":"%s"},"requestedAttributes":{"TOXICITY":{}}}""".formatted(TEXT);
    private static final String SUGGESTION = """
            {"comment":{"text":"good morning"},"attributeScores":{"TOXICITY":{"summaryScore":{"value":0}}}}""";

    private final FloorClient floor;
    private final JdbcClient jdbc;

    @Autowired
    KeyInQueryTest(FloorClient floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
    }

    @Test
    void leavesNoTraceInLogsMetricsAnswersOrTables(CapturedOutput output) {
        String good = TestCallers.key(Scope.CLASSIFY);
        String powerless = TestCallers.key(Scope.ITEMS_READ);
        String unknown = "dk_canary-key-that-nobody-has";
        var answers = List.of(
                floor.post("/v1alpha1/comments:analyze?key=" + good, GOOD),
                floor.post("/v1alpha1/comments:suggestscore?key=" + good, SUGGESTION),
                floor.post("/v1alpha1/comments:analyze?key=" + good, "{\"comment\":"),
                floor.post("/v1alpha1/comments:analyze?%6bey=" + good, "{}"),
                floor.post("/v1alpha1/comments:nothing?key=" + good, GOOD),
                floor.get("/v1alpha1/comments:analyze?key=" + good),
                floor.post("/v1alpha1/comments:analyze?key=" + powerless, GOOD),
                floor.post("/v1alpha1/comments:analyze?key=" + unknown, GOOD));

        assertThat(answers)
                .extracting(FloorClient.Answer::status)
                .containsExactly(200, 200, 400, 400, 404, 405, 403, 401);
        String metrics = floor.get("/actuator/prometheus").body();
        for (String key : List.of(good, powerless, unknown)) {
            String secret = key.substring(12);
            assertThat(output.getAll()).doesNotContain(secret);
            assertThat(metrics).contains("comments:analyze").doesNotContain(secret);
            assertThat(answers).noneMatch(answer -> answer.body().contains(secret));
            assertThat(tablesWith(secret)).isEmpty();
        }
        assertThat(output.getAll()).doesNotContain("canary-text");
        assertThat(tablesWith("canary-text")).isEmpty();
    }

    private List<String> tablesWith(String canary) {
        return jdbc.sql("""
                        SELECT relname FROM pg_class
                         WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                        """).query(String.class).list().stream()
                .filter(table -> jdbc.sql(
                                "SELECT EXISTS (SELECT FROM \"" + table + "\" AS row WHERE row::text LIKE :canary)")
                        .param("canary", "%" + canary + "%")
                        .query(Boolean.class)
                        .single())
                .toList();
    }
}
