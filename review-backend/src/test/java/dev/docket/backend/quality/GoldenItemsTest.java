package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Golden items from their making to the moderator who does not know.
@FloorTest
class GoldenItemsTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private GoldenDealer dealer;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient ann;
    private FloorClient supervisor;
    private int keys;

    @BeforeEach
    void signIn() {
        ann = floor.as(TestCallers.person("ann", Role.MODERATOR).token());
        supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void aGoldenItemLooksLikeAnyOther() {
        golden(old(), "VIOLATION");
        decideOne();
        var live = jdbc.sql("SELECT id::text FROM review_task WHERE id = :id")
                .param("id", Tasks.waiting("harassment"))
                .query(String.class)
                .single();
        assertThat(dealer.deal(1, new Random(1))).isOne();

        var claimed = ann.post("/api/v1/claims", "{\"count\":10}").json().path("tasks");

        assertThat(claimed).hasSize(2);
        JsonNode trial = claimed.get(0).path("id").asString().equals(live) ? claimed.get(1) : claimed.get(0);
        JsonNode other = claimed.get(0).path("id").asString().equals(live) ? claimed.get(0) : claimed.get(1);
        assertThat(names(trial)).isEqualTo(names(other));
        assertThat(names(trial.path("item"))).isEqualTo(names(other.path("item")));
        assertThat(trial.path("kind").asString()).isEqualTo("FIRST");
        assertThat(trial.path("queue").asString()).isEqualTo("harassment");
        assertThat(trial.path("reason").asString()).isEqualTo("for a test");
        assertThat(ageOf(trial)).isLessThan(Duration.ofHours(25));
        assertThat(Duration.between(due(other), due(trial))).isBetween(Duration.ZERO, Duration.ofSeconds(1));
        var seen = ann.get("/api/v1/items/" + trial.path("item").path("id").asString())
                .json();
        assertThat(seen.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(seen.path("submittedAt").asString())
                .isEqualTo(trial.path("item").path("submittedAt").asString());
        assertThat(seen.path("task").path("id")).isEqualTo(trial.path("id"));
    }

    /// Seniors see decisions on items, but not on one they are being tried with.
    @Test
    void aSeniorCannotLookItUpWhileHoldingIt() {
        var senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());
        UUID item = old();
        PlantedLooks.look(item, 1, "FIRST", UUID.randomUUID(), "harassment", "EFFECTIVE");
        golden(item, "VIOLATION");
        ann = senior;
        decideOne();
        dealer.deal(1, new Random(1));
        var before = senior.get("/api/v1/items/" + item).json();
        claim();

        var held = senior.get("/api/v1/items/" + item).json();

        assertThat(before.path("effectiveDecision").isNull()).isFalse();
        assertThat(held.path("effectiveDecision").isNull()).isTrue();
        assertThat(held.path("state").asString()).isEqualTo("IN_REVIEW");
    }

    @Test
    void itsAnswerIsTakenLikeADecisionAndNeverActedOn() {
        String id = golden(old(), "VIOLATION");
        decideOne();
        dealer.deal(1, new Random(1));
        var task = claim();

        var answer = decide(task, "APPROVE");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("state").asString()).isEqualTo("HELD");
        assertThat(answer.json().path("undoUntil").asString()).isNotBlank();
        assertThat(jdbc.sql("SELECT count(*) FROM decision")
                        .query(Integer.class)
                        .single())
                .isOne();
        var view = supervisor.get("/api/v1/golden-items/" + id).json();
        assertThat(view.path("answers").asInt()).isOne();
        assertThat(view.path("right").asInt()).isZero();
    }

    @Test
    void itsAnswerCanBeUndoneWithinItsGraceTime() {
        golden(old(), "VIOLATION");
        decideOne();
        dealer.deal(1, new Random(1));
        var task = claim();
        String answer = decide(task, "APPROVE").json().path("decisionId").asString();

        assertThat(ann.post("/api/v1/decisions/" + answer + "/undo", "").status())
                .isEqualTo(204);

        var again = ann.get("/api/v1/tasks/" + task.path("id").asString()).json();
        var second = decide(again, "APPROVE");
        assertThat(second.status()).isEqualTo(201);
        jdbc.sql("UPDATE trial_answer SET undo_until = now()").update();
        assertThat(ann.post(
                                "/api/v1/decisions/"
                                        + second.json().path("decisionId").asString() + "/undo",
                                "")
                        .slug())
                .isEqualTo("undo-expired");
    }

    @Test
    void itNeverComesToWhoKnowsIt() {
        var task = Tasks.waiting("harassment");
        decideOne();
        String item = itemOf(task);
        jdbc.sql("UPDATE review_task SET enqueued_at = now() - interval '30 days'")
                .update();
        golden(UUID.fromString(item), "APPROVE");
        decideOne();

        assertThat(dealer.deal(1, new Random(1))).isZero();
    }

    @Test
    void nobodyGetsASecondWhileOneIsOpenNorTheSameTwice() {
        golden(old(), "APPROVE");
        decideOne();
        assertThat(dealer.deal(1, new Random(1))).isOne();
        golden(old(), "APPROVE");
        decideOne();
        assertThat(dealer.deal(1, new Random(1))).isZero();
        decide(claim(), "APPROVE");
        assertThat(dealer.deal(1, new Random(1))).isOne();
        decide(claim(), "APPROVE");
        decideOne();

        assertThat(dealer.deal(1, new Random(1))).isZero();
        assertThat(jdbc.sql("SELECT count(DISTINCT item_id) FROM trial_answer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoSkipsItPutsItBeforeNobodyElse() {
        golden(old(), "APPROVE");
        decideOne();
        dealer.deal(1, new Random(1));
        var task = claim();

        ann.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/skip",
                "{\"lease\":%d,\"reason\":\"unsure\"}"
                        .formatted(task.path("lease").path("number").asLong()));

        var bob = floor.as(TestCallers.person("bob", Role.MODERATOR).token());
        assertThat(bob.post("/api/v1/claims", "{\"count\":10}").json().path("tasks"))
                .isEmpty();
    }

    @Test
    void everyFaultOfAGoldenItemIsTold() {
        var bad = supervisor.post("/api/v1/golden-items", """
                {"itemId":"%s","outcome":"VIOLATION","violations":[{"policy":"nonsense","severity":7,"spans":[[3,900]]}]}
                """.formatted(Tasks.item("some text")));
        String item = old().toString();
        var unsettled = supervisor.post("/api/v1/golden-items", "{\"itemId\":\"" + item + "\"}");
        golden(UUID.fromString(item), "APPROVE");
        var twice = supervisor.post("/api/v1/golden-items", "{\"itemId\":\"" + item + "\",\"outcome\":\"APPROVE\"}");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder("/violations/0/policy", "/violations/0/severity", "/violations/0/spans/0");
        assertThat(unsettled.status()).isEqualTo(422);
        assertThat(twice.slug()).isEqualTo("already-golden");
        assertThat(ann.get("/api/v1/golden-items").status()).isEqualTo(403);
    }

    @Test
    void whatIsRetiredPassesNoMore() {
        String id = golden(old(), "APPROVE");
        decideOne();
        dealer.deal(1, new Random(1));

        assertThat(supervisor.delete("/api/v1/golden-items/" + id).status()).isEqualTo(204);

        assertThat(ann.post("/api/v1/claims", "{\"count\":10}").json().path("tasks"))
                .isEmpty();
        assertThat(supervisor.get("/api/v1/golden-items").json().path("items")).isEmpty();
        assertThat(supervisor.get("/api/v1/golden-items?retired=true").json().path("items"))
                .hasSize(1);
    }

    /// The gaps between golden items have no memory: their mean is 1 / share, their deviation
    /// as large.
    @Test
    void howManyComeBeforeTheNextCannotBeCounted() {
        var random = new Random(5);
        double share = 0.1;
        double[] gaps = new double[4_000];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = 1;
            while (random.nextDouble() >= 1 - Math.pow(1 - share, 1)) {
                gaps[i]++;
            }
        }
        double mean = java.util.Arrays.stream(gaps).average().orElseThrow();
        double deviation = Math.sqrt(java.util.Arrays.stream(gaps)
                .map(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow());
        assertThat(mean).isBetween(9.0, 11.0);
        assertThat(deviation).isBetween(8.5, 10.5);
    }

    /// An item settled a month ago, whose first look waited in a queue.
    private UUID old() {
        UUID task = Tasks.waiting("harassment");
        UUID item = UUID.fromString(itemOf(task));
        jdbc.sql("UPDATE item SET submitted_at = now() - interval '30 days', state = 'SETTLED' WHERE id = :item")
                .param("item", item)
                .update();
        jdbc.sql("""
                UPDATE review_task SET state = 'DONE', done_at = now(), enqueued_at = now() - interval '30 days'
                 WHERE id = :task
                """).param("task", task).update();
        return item;
    }

    private String golden(UUID item, String outcome) {
        String violations =
                outcome.equals("VIOLATION") ? ",\"violations\":[{\"policy\":\"harassment\",\"severity\":2}]" : "";
        var made = supervisor.post(
                "/api/v1/golden-items",
                "{\"itemId\":\"%s\",\"outcome\":\"%s\"%s}".formatted(item, outcome, violations));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private void decideOne() {
        Tasks.waiting("harassment", "en", 1);
        assertThat(decide(claim(), "APPROVE").status()).isEqualTo(201);
    }

    private JsonNode claim() {
        return ann.post("/api/v1/claims", "{\"count\":1}").json().path("tasks").path(0);
    }

    private FloorClient.Answer decide(JsonNode task, String outcome) {
        return ann.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                "{\"lease\":%d,\"outcome\":\"%s\"}"
                        .formatted(task.path("lease").path("number").asLong(), outcome),
                "Idempotency-Key",
                "key-" + keys++);
    }

    private String itemOf(UUID task) {
        return jdbc.sql("SELECT item_id::text FROM review_task WHERE id = :task")
                .param("task", task)
                .query(String.class)
                .single();
    }

    private static Duration ageOf(JsonNode task) {
        return Duration.between(
                Instant.parse(task.path("item").path("submittedAt").asString()), due(task));
    }

    private static Instant due(JsonNode task) {
        return Instant.parse(task.path("dueAt").asString());
    }

    private static TreeSet<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }
}
