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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What follows from decisions that people really take, from their grace time to their reversal.
@FloorTest
class FollowUpTest {
    @Autowired
    private FloorClient anybody;

    @Autowired
    private JdbcClient jdbc;

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

    private String decide(UUID item, int severity, String actions) {
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, queue_key, language, deadline_at, reason)
                        VALUES (gen_random_uuid(), :item, 'FIRST', 'harassment', 'en', now(), 'for a test')
                        """).param("item", item).update();
        var task = moderator
                .post("/api/v1/claims", "{\"queues\":[\"harassment\"],\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
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
