package dev.docket.backend.enforcement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.review.DecisionTookEffect;
import dev.docket.backend.review.PastDecisions;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class StatementsOfReasonsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:15Z");
    private static final String EXPORT =
            "/api/v1/statements-of-reasons/export?from=2026-11-21T00:00:00Z&to=2026-11-22T00:00:00Z";
    private static final String ACTIONS = """
            [{"type":"REMOVE"},{"type":"SUSPEND","until":"2026-12-01T00:00:00Z"}]""";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private PastDecisions decisions;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient platform;

    @BeforeEach
    void connect() {
        platform = anybody.as(TestCallers.key(Scope.DECISIONS_READ));
    }

    @Test
    void aStatementIsIssuedInWordsAndInFields() {
        var item = Decided.item("u-1");
        var decision = Decided.violation(item, 1, 2, ACTIONS);
        takeEffect(decision);

        var answer = platform.get("/api/v1/statements-of-reasons/" + decision);
        assertThat(answer.status()).isEqualTo(200);
        var json = answer.json();
        assertThat(json.path("faults").size()).as(answer.body()).isZero();
        assertThat(json.path("texts").path("en").toString()).contains("Harassment", "suspended until", "appeal");
        assertThat(json.path("texts").path("de").toString()).contains("gesperrt");
        var statement = json.path("statement");
        assertThat(statement.path("decision_visibility").get(0).asString())
                .isEqualTo("DECISION_VISIBILITY_CONTENT_REMOVED");
        assertThat(statement.path("decision_account").asString()).isEqualTo("DECISION_ACCOUNT_SUSPENDED");
        assertThat(statement.path("end_date_account_restriction").asString()).isEqualTo("2026-12-01");
        assertThat(statement.path("category").asString()).isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE");
        assertThat(statement.path("application_date").asString()).isEqualTo("2026-11-21");
        assertThat(statement.path("puid").asString()).isEqualTo(decision.toString());
        assertThat(statement.toString()).doesNotContain("u-1", "Zoë", "idiot");
    }

    @Test
    void theFactsSayHowMuchWasMarkedInWhichMedium() {
        var decision = Decided.violation(Decided.item("u-2"), 1, 2, ACTIONS);
        jdbc.sql("UPDATE decision SET violations = :violations::jsonb WHERE id = :id")
                .param("violations", """
                        [{"policy":"harassment","severity":2,"regions":[[0.1,0.1,0.2,0.2]],
                          "seconds":[[1.0,2.0],[3.0,4.0,2.0],[5.0,6.0,2.0]]}]""")
                .param("id", decision)
                .update();
        takeEffect(decision);

        var statement =
                platform.get("/api/v1/statements-of-reasons/" + decision).json().path("statement");
        assertThat(statement.path("decision_facts").asString())
                .contains("1 place in medium 1", "1 stretch of video", "2 stretches of the video in medium 3");
    }

    @Test
    void theCategoryIsThatOfTheVersionDecidedBy() {
        version(2, "STATEMENT_CATEGORY_SELF_HARM");
        assertThat(category(1)).isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE");
        assertThat(category(2)).isEqualTo("STATEMENT_CATEGORY_SELF_HARM");
    }

    @Test
    void aVersionWithoutACategoryTakesThatOfThePolicyNow() {
        version(2, null);
        assertThat(category(2)).isEqualTo("STATEMENT_CATEGORY_CYBER_VIOLENCE");
    }

    private void version(int number, @Nullable String category) {
        jdbc.sql("""
                INSERT INTO policy_version (policy_key, version, title, text, default_severity, allowed_actions,
                                            default_action, published_at, dsa_category)
                SELECT policy_key, :version, title, text, default_severity, allowed_actions, default_action, now(),
                       :category FROM policy_version WHERE policy_key = 'harassment' AND version = 1
                """)
                .param("version", number)
                .param("category", category, java.sql.Types.VARCHAR)
                .update();
    }

    private String category(int version) {
        var item = Decided.item("u-" + version);
        var decision = Decided.violation(item, 1, 2, ACTIONS);
        jdbc.sql("UPDATE decision SET policy_versions = jsonb_build_object('harassment', :version) WHERE id = :id")
                .param("version", version)
                .param("id", decision)
                .update();
        takeEffect(decision);
        var statement =
                platform.get("/api/v1/statements-of-reasons/" + decision).json();
        return statement.path("statement").path("category").asString();
    }

    @Test
    void reportsMakeItANotice() {
        var item = Decided.item("u-1");
        jdbc.sql(
                        "INSERT INTO item_report VALUES (gen_random_uuid(), :item, 'r-1', 'harassment', NULL, now() - interval '1 h')")
                .param("item", item)
                .update();
        var decision = Decided.violation(item, 1, 2, ACTIONS);
        takeEffect(decision);
        assertThat(platform.get("/api/v1/statements-of-reasons/" + decision)
                        .json()
                        .path("statement")
                        .path("source_type")
                        .asString())
                .isEqualTo("SOURCE_TYPE_OTHER_NOTIFICATION");
    }

    @Test
    void warningsAreToldButNotExported() {
        var item = Decided.item("u-1");
        var warning = Decided.violation(item, 1, 1, "[{\"type\":\"WARN\"}]");
        takeEffect(warning);
        var nothing = Decided.violation(Decided.item("u-2"), 1, 1, "[]");
        takeEffect(nothing);
        assertThat(platform.get("/api/v1/statements-of-reasons/" + warning).status())
                .isEqualTo(200);
        assertThat(platform.get("/api/v1/statements-of-reasons/" + nothing).status())
                .isEqualTo(404);
        assertThat(platform.get(EXPORT).json().path("statements").size()).isZero();
    }

    @Test
    void batchesHoldAHundred() {
        for (int i = 0; i < 103; i++) {
            var item = Decided.item("u-" + i);
            takeEffect(Decided.violation(item, 1, 2, ACTIONS));
        }
        var first = platform.get(EXPORT);
        assertThat(first.json().path("statements").size()).isEqualTo(100);
        var second = platform.get(EXPORT + "&after=" + first.header("Docket-Next"));
        assertThat(second.json().path("statements").size()).isEqualTo(3);
        assertThat(second.header("Docket-Next")).isNull();
    }

    @Test
    void anIncompleteStatementIsListedAndNotExported() {
        var item = Decided.item("u-1");
        var whole = Decided.violation(item, 1, 2, ACTIONS);
        takeEffect(whole);
        var other = Decided.item("u-2");
        var strange = Decided.violation(other, 1, 2, ACTIONS);
        jdbc.sql("UPDATE decision SET violations = '[{\"policy\":\"house_rule\",\"severity\":1}]' WHERE id = :id")
                .param("id", strange)
                .update();
        takeEffect(strange);

        var refused = platform.get(EXPORT);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.slug()).isEqualTo("statement-incomplete");
        assertThat(refused.body())
                .contains("/statements/" + strange + "/category")
                .doesNotContain(whole.toString());
        var rest = platform.get(EXPORT + "&skipIncomplete=true").json().path("statements");
        assertThat(rest.size()).isOne();
        assertThat(rest.get(0).path("puid").asString()).isEqualTo(whole.toString());
    }

    @Test
    void aMistakenQueryIsToldWhatIsWrong() {
        assertThat(platform.get(
                                "/api/v1/statements-of-reasons/export?from=2026-11-22T00:00:00Z&to=2026-11-21T00:00:00Z&after=x")
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        var moderator = anybody.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(moderator.get(EXPORT).status()).isEqualTo(403);
    }

    private void takeEffect(UUID decision) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new DecisionTookEffect(decisions.find(decision).orElseThrow(), NOW)));
    }
}
