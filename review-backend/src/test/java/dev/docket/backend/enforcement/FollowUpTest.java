package dev.docket.backend.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What follows from decisions that people really take, from their grace time to their reversal.
@FloorTest
class FollowUpTest {
    @Autowired
    private FloorClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    private FloorClient moderator;
    private FloorClient supervisor;
    private FloorClient platform;

    @BeforeEach
    void signIn() {
        moderator = anybody.as(TestCallers.person("mo", Role.MODERATOR).token());
        supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        platform = anybody.as(TestCallers.key(Scope.DECISIONS_READ));
    }

    @Test
    void aReversalTakesEverythingBackInOrder() {
        var item = Decided.item("u-1");
        var decision = decide(item, 2, "[{\"type\":\"REMOVE\"},{\"type\":\"SUSPEND\",\"until\":null}]");
        takeEffect(decision);
        assertThat(points()).isEqualTo(1);
        assertThat(platform.get("/api/v1/statements-of-reasons/" + decision).status())
                .isEqualTo(200);

        var reversed = supervisor.post(
                "/api/v1/decisions/" + decision + "/reverse",
                "{\"outcome\":\"APPROVE\",\"reasons\":\"It was irony.\"}");
        assertThat(reversed.status()).as(reversed.body()).isEqualTo(201);
        var reversal = reversed.json().path("decisionId").asString();
        takeEffect(reversal);

        assertThat(points()).isZero();
        assertThat(jdbc.sql("""
                        SELECT type || ' ' || coalesce(payload #>> '{data,compensations,0,compensation}', '')
                               || ' ' || coalesce(payload #>> '{data,compensations,1,compensation}', '')
                          FROM outbox_message WHERE item_id = :item AND type LIKE 'decision.%' ORDER BY sequence
                        """).param("item", item).query(String.class).list())
                .containsExactly("decision.effective  ", "decision.reversed RESTORE REINSTATE", "decision.effective  ");
        assertThat(platform.get("/api/v1/statements-of-reasons/" + reversal).status())
                .as("nothing was done to anybody")
                .isEqualTo(404);
    }

    @Test
    void aSuspensionWithoutAnEndGetsTheUsualOne() {
        var decision = decide(Decided.item("u-1"), 2, "[{\"type\":\"SUSPEND\",\"until\":null}]");
        takeEffect(decision);
        assertThat(jdbc.sql("""
                        SELECT extract(epoch FROM ends_at - now())::bigint FROM action_term WHERE state = 'RUNNING'
                        """).query(Long.class).single()).isBetween(7 * 86_400L - 600, 7 * 86_400L);
        var told = platform.get("/api/v1/decisions").json().path("items").get(0).path("actions");
        assertThat(told.get(0).path("until").asString()).startsWith("20");
    }

    @Test
    void anAcceptedProposalIsADecisionLikeAnyOther() {
        var item = Decided.item("u-1");
        takeEffect(decide(item, 3, "[{\"type\":\"REMOVE\"}]"));
        takeEffect(decide(Decided.item("u-1"), 3, "[{\"type\":\"REMOVE\"}]"));
        var proposal =
                supervisor.get("/api/v1/strikes/proposals").json().path("items").get(0);
        assertThat(proposal.path("action").asString()).isEqualTo("SUSPEND");

        var accepted = supervisor.post(
                "/api/v1/strikes/proposals/" + proposal.path("id").asString() + "/accept",
                "{\"reasons\":\"Four points in a day.\"}");
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        var decision = accepted.json().path("decisionId").asString();
        takeEffect(decision);
        assertThat(points()).as("the same violations count once").isEqualTo(4);
        var statement =
                platform.get("/api/v1/statements-of-reasons/" + decision).json();
        assertThat(statement.path("statement").path("decision_account").asString())
                .isEqualTo("DECISION_ACCOUNT_SUSPENDED");
        assertThat(statement.path("texts").path("en").toString()).contains("Four points in a day.");
        assertThat(supervisor
                        .get("/api/v1/strikes/proposals")
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void platformsAreToldTheReasonsAndReportersTheOutcome() {
        var item = Decided.item("u-1");
        report(item, "r-1");
        report(item, "r-2");
        var decision = decide(item, 2, "[{\"type\":\"REMOVE\"}]");
        assertThat(message("report.decided")).as("held").isEmpty();
        takeEffect(decision);

        var statement = message("decision.effective").orElseThrow().path("statement");
        assertThat(statement.path("path").asString()).isEqualTo("/api/v1/statements-of-reasons/" + decision);
        assertThat(statement.path("language").asString()).isEqualTo("en");
        assertThat(statement.path("sections").toString()).contains("Harassment", "appeal");
        var told = message("report.decided").orElseThrow();
        assertThat(told.path("reporters").toString()).isEqualTo("[\"r-1\",\"r-2\"]");
        assertThat(told.path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(told.path("statement").path("sections").get(0).path("text").asString())
                .contains("report");
        assertThat(platform.get(told.path("statement").path("path").asString()).status())
                .isEqualTo(200);

        var eraser = anybody.as(TestCallers.key(Scope.ITEMS_WRITE));
        assertThat(eraser.delete("/api/v1/items/" + item + "/content").status()).isEqualTo(204);
        assertThat(message("decision.effective").orElseThrow().path("statement").has("sections"))
                .isFalse();
        assertThat(message("report.decided").orElseThrow().path("statement").has("sections"))
                .isFalse();
    }

    @Test
    void whoHasATaskSeesTheNoticeBeforeTheyDecide() {
        var item = Decided.item("u-1");
        var task = claimed(item);
        String notice = "/api/v1/tasks/" + task.path("id").asString() + "/notice";
        var preview = moderator.post(notice, """
                {"outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}],
                 "language":"de-AT"}""");
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("language").asString()).isEqualTo("de");
        assertThat(preview.json().path("sections").toString()).contains("Harassment");

        assertThat(moderator.post(notice, "{\"outcome\":\"UPHOLD\"}").status()).isEqualTo(422);
        var other = anybody.as(TestCallers.person("ann", Role.MODERATOR).token());
        assertThat(other.post(notice, "{\"outcome\":\"APPROVE\"}").status()).isEqualTo(404);
        assertThat(message("decision.effective")).isEmpty();
    }

    private Optional<JsonNode> message(String type) {
        return jdbc.sql("SELECT payload #>> '{data}' FROM outbox_message WHERE type = :type AND state <> 'HELD'")
                .param("type", type)
                .query(String.class)
                .optional()
                .map(json::readTree);
    }

    private void report(UUID item, String reporter) {
        jdbc.sql("INSERT INTO item_report VALUES (gen_random_uuid(), :item, :reporter, 'harassment', NULL, now())")
                .param("item", item)
                .param("reporter", reporter)
                .update();
    }

    private JsonNode claimed(UUID item) {
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, queue_key, language, deadline_at, reason)
                        VALUES (gen_random_uuid(), :item, 'FIRST', 'harassment', 'en', now(), 'for a test')
                        """).param("item", item).update();
        return moderator
                .post("/api/v1/claims", "{\"queues\":[\"harassment\"],\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
    }

    private String decide(UUID item, int severity, String actions) {
        var task = claimed(item);
        var decided = moderator.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                """
                {"lease":%d,"outcome":"VIOLATION","violations":[{"policy":"harassment","severity":%d}],"actions":%s}""".formatted(task.path("lease").path("number").asLong(), severity, actions),
                "Idempotency-Key",
                item.toString());
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        return decided.json().path("decisionId").asString();
    }

    private void takeEffect(String decision) {
        Tasks.endGrace(decision);
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT state FROM decision WHERE id = :id::uuid")
                        .param("id", decision)
                        .query(String.class)
                        .single())
                .isEqualTo("EFFECTIVE"));
    }

    private int points() {
        return platform.get("/api/v1/strikes?source=forum&author=u-1")
                .json()
                .path("points")
                .asInt();
    }
}
