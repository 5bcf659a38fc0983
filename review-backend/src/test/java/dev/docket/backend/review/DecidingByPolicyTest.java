package dev.docket.backend.review;

import static dev.docket.backend.review.Floorwork.decision;
import static dev.docket.backend.review.Floorwork.state;
import static dev.docket.backend.review.Floorwork.takeEffect;
import static dev.docket.backend.review.Floorwork.violation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.review.Floorwork.Worker;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What a policy says of decisions by it, holding for them.
@FloorTest
class DecidingByPolicyTest {
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.shared().ownerDataSource());

    @Autowired
    private FloorClient floor;

    private FloorClient lead;
    private Worker mia;

    @BeforeEach
    void signIn() {
        lead = floor.as(TestCallers.person("lea", Role.POLICY).token());
        mia = Worker.of(floor, "mia", Role.MODERATOR);
        publish("copyright", "\"graceSeconds\":5"); // whatever is published, every policy is read afresh
    }

    @Test
    void thePolicysOwnGraceHolds() {
        publish("spam", "\"graceSeconds\":120");
        Tasks.waiting("spam");

        assertThat(grace(mia.work("spam", violation("spam", 1, "REMOVE")))).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void ofSeveralViolatedPoliciesTheLongestGraceHolds() {
        publish("spam", "\"graceSeconds\":0");
        Tasks.waiting("spam");
        Tasks.waiting("spam");

        assertThat(grace(mia.work("spam", violation("spam", 1, "REMOVE")))).isZero();
        assertThat(grace(mia.work("spam", """
                        "outcome":"VIOLATION","violations":[{"policy":"spam","severity":2},
                        {"policy":"hate","severity":3}],"actions":[{"type":"REMOVE"}]""")))
                .as("hate leaves it to the severity")
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aSeverityOutsideThePolicysBoundsIsRefused() {
        publish("spam", "\"minSeverity\":1,\"maxSeverity\":2");
        Tasks.waiting("spam");
        var task = mia.claim("spam");

        var brief = policy(task, "spam");
        assertThat(brief.path("maxSeverity").asInt()).isEqualTo(2);
        assertThat(pointers(mia.decide(task, violation("spam", 3, "REMOVE"))))
                .containsExactly("/violations/0/severity");
        assertThat(mia.decide(task, violation("spam", 2, "REMOVE")).status()).isEqualTo(201);
    }

    @Test
    void onlyActionsThePolicyAllowsAreTaken() {
        publish("spam", "\"defaultAction\":\"WARN\"", "\"WARN\",\"REMOVE\"");
        Tasks.waiting("spam");
        var task = mia.claim("spam");

        assertThat(pointers(mia.decide(task, violation("spam", 1, "BAN")))).containsExactly("/actions/0/type");
        assertThat(pointers(mia.decide(task, violation("spam", 1, "NONE")))).containsExactly("/actions/0/type");
        assertThat(pointers(mia.decide(task, """
                        "outcome":"VIOLATION","violations":[{"policy":"spam","severity":1}],"actions":[]"""))).containsExactly("/actions");
        var receipt = mia.decide(task, """
                "outcome":"VIOLATION","violations":[{"policy":"spam","severity":1}]""");
        assertThat(receipt.status()).as(receipt.body()).isEqualTo(201);
    }

    @Test
    void whoLacksTheRoleOrTheSkillIsNotOfferedTheQueueNorThePolicy() {
        publish("spam", "\"skills\":[\"fraud\"]");
        publish("hate", "\"minimumRole\":\"SENIOR\"");
        Tasks.waiting("harassment");

        var task = mia.claim("harassment");
        assertThat(task.path("policies").findValuesAsString("key"))
                .contains("harassment")
                .doesNotContain("spam", "hate");
        assertThat(pointers(mia.decide(task, """
                        "outcome":"VIOLATION","violations":[{"policy":"spam","severity":1},
                        {"policy":"hate","severity":3}],"actions":[{"type":"REMOVE"}]"""))).containsExactly("/violations/0/policy", "/violations/1/policy");
        var queues = mia.floor().get("/api/v1/queues").json().findValuesAsString("key");
        assertThat(queues).contains("harassment").doesNotContain("spam", "hate");
        assertThat(mia.floor().post("/api/v1/claims", "{\"queues\":[\"spam\"]}").slug())
                .isEqualTo("unknown-queue");
    }

    @Test
    void termsThatChangedSinceTheClaimTakeTheTaskBack() {
        Tasks.waiting("spam");
        var task = mia.claim("spam");
        publish("spam", "\"skills\":[\"fraud\"]");

        assertThat(mia.decide(task, "\"outcome\":\"APPROVE\"").slug()).isEqualTo("lease-lost");
        var sam = Worker.of(floor, "sam", Role.MODERATOR);
        floor.train(sam.person().id(), "fraud");
        assertThat(sam.work("spam", "\"outcome\":\"APPROVE\"").path("state").asString())
                .isEqualTo("HELD");
    }

    @Test
    void aReversalAsksTheSame() {
        Tasks.waiting("spam");
        var receipt = mia.work("spam", violation("spam", 1, "REMOVE"));
        takeEffect(receipt);
        publish("spam", "\"skills\":[\"fraud\"]");
        var sam = Worker.of(floor, "sam", Role.SENIOR);

        assertThat(sam.reverse(receipt, "{\"reasons\":\"It is none.\"}").slug()).isEqualTo("not-cleared");
        assertThat(state(receipt)).isEqualTo("EFFECTIVE");
    }

    @Test
    void nothingIsFoundByAPolicyOutOfUse() {
        Tasks.waiting("harassment");
        var task = mia.claim("harassment");
        publish("spam", "\"active\":false");

        assertThat(pointers(mia.decide(task, violation("spam", 1, "REMOVE")))).containsExactly("/violations/0/policy");
    }

    @Test
    void aDecisionIsBoundToTheVersionsItWasMadeBy() {
        Tasks.waiting("spam");
        Tasks.waiting("spam");
        var first = mia.work("spam", violation("spam", 1, "REMOVE"));
        publish("spam", "\"graceSeconds\":60");
        var second = mia.work("spam", violation("spam", 1, "REMOVE"));

        assertThat(versions(first)).isEqualTo("{\"spam\": 1}");
        assertThat(versions(second)).isEqualTo("{\"spam\": 2}");
        Tasks.waiting("spam");
        assertThat(versions(mia.work("spam", "\"outcome\":\"APPROVE\"")))
                .as("an approval was made by all of them")
                .contains("\"spam\": 2", "\"hate\": 1");
    }

    private void publish(String key, String terms) {
        publish(key, terms + ",\"defaultAction\":\"REMOVE\"", "\"NONE\",\"WARN\",\"REMOVE\"");
    }

    private void publish(String key, String terms, String actions) {
        String version = lead.get("/api/v1/policies/" + key).header("ETag");
        String severity = terms.contains("defaultSeverity") ? "" : ",\"defaultSeverity\":1";
        String body = "{\"title\":\"%s\",\"text\":\"Text.\",\"labels\":[],\"allowedActions\":[%s]%s,%s}"
                .formatted(key, actions, severity, terms);
        var answer = lead.send(lead.request("/api/v1/policies/" + key, "If-Match", version)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Duration grace(JsonNode receipt) {
        var decidedAt = jdbc.sql("SELECT decided_at FROM decision WHERE id = :id::uuid")
                .param("id", decision(receipt))
                .query(OffsetDateTime.class)
                .single();
        var undoUntil = OffsetDateTime.parse(receipt.path("undoUntil").asString());
        return Duration.ofMillis(
                Math.round(Duration.between(decidedAt, undoUntil).toMillis() / 1000.0) * 1000);
    }

    private String versions(JsonNode receipt) {
        return jdbc.sql("SELECT policy_versions::text FROM decision WHERE id = :id::uuid")
                .param("id", decision(receipt))
                .query(String.class)
                .single();
    }

    private static JsonNode policy(JsonNode task, String key) {
        return task.path("policies")
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pointers(FloorClient.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        return refused.json().path("errors").findValuesAsString("pointer");
    }
}
