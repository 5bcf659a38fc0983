package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The way of a dispute: two moderators find otherwise, a supervisor settles it, the item becomes
/// golden and comes before a third who knows nothing of it.
@FloorTest
class DisputeTest {
    private static final String CRITICAL = """
            "outcome":"VIOLATION","violations":[{"policy":"harassment","severity":4}],"actions":[{"type":"REMOVE"}]""";
    private static final String NOTHING = "\"outcome\":\"APPROVE\"";

    @Autowired
    private FloorClient floor;

    @Autowired
    private GoldenDealer dealer;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatTwoDisputeAndASupervisorSettlesTriesAThird() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var cem = TestCallers.person("cem", Role.MODERATOR);
        var sue = TestCallers.person("sue", Role.SUPERVISOR);
        Tasks.waiting("harassment");

        String item = work(ann, "harassment", CRITICAL).item();
        assertThat(work(bob, "harassment", NOTHING).item()).isEqualTo(item);
        var settled = work(sue, "adjudication", CRITICAL);
        assertThat(settled.item()).isEqualTo(item);
        takeEffect(settled.decision());
        var made = floor.as(sue.token()).post("/api/v1/golden-items", "{\"itemId\":\"" + item + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("decisionId").asString()).isEqualTo(settled.decision());
        Tasks.waiting("harassment");
        work(cem, "harassment", NOTHING);
        assertThat(dealer.deal(1, new Random(1))).isOne();
        var tried = work(cem, "harassment", NOTHING);
        assertThat(tried.item()).isEqualTo(item);
        jdbc.sql("UPDATE trial_answer SET undo_until = clock_timestamp()").update();

        assertThat(figures(sue, ann).path("right").asInt()).isOne();
        assertThat(figures(sue, bob).path("cards").path(0).path("settledBy").asString())
                .isEqualTo("ADJUDICATION");
        var learnt = figures(cem, cem).path("cards").path(0);
        assertThat(learnt.path("settledBy").asString()).isEqualTo("GOLDEN");
        assertThat(learnt.path("missed").path(0).asString()).isEqualTo("harassment");
        var agreement = floor.as(sue.token()).get("/api/v1/quality/agreement").json();
        assertThat(agreement.path("items").asInt()).isOne();
        assertThat(agreement.path("votes").asInt()).isEqualTo(3);
        assertThat(agreement.path("pairs")).hasSize(3);
        assertThat(jdbc.sql("SELECT count(*) FROM decision WHERE item_id = :item::uuid AND state = 'EFFECTIVE'")
                        .param("item", item)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsGoldenWithItsAdjudicationFallsWithIt() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var sue = TestCallers.person("sue", Role.SUPERVISOR);
        var desk = floor.as(sue.token());
        Tasks.waiting("harassment");
        work(ann, "harassment", CRITICAL);
        work(bob, "harassment", NOTHING);
        String decision = work(sue, "adjudication", CRITICAL).decision();

        var made = desk.post("/api/v1/golden-items", "{\"decisionId\":\"" + decision + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(dealer.deal(1, new Random(1)))
                .as("in its grace time it comes before nobody")
                .isZero();
        assertThat(desk.post("/api/v1/decisions/" + decision + "/undo", "").status())
                .isEqualTo(204);

        assertThat(desk.get("/api/v1/golden-items").json().path("items")).isEmpty();
    }

    private JsonNode figures(SignedIn by, SignedIn of) {
        return floor.as(by.token()).get("/api/v1/quality/moderators/" + of.id()).json();
    }

    /// Claims from a queue and decides.
    private Work work(SignedIn person, String queue, String finding) {
        var desk = floor.as(person.token());
        var task = desk.post("/api/v1/claims", "{\"queues\":[\"" + queue + "\"],\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
        var answer = desk.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                "{\"lease\":%d,%s}".formatted(task.path("lease").path("number").asLong(), finding),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Work(
                task.path("item").path("id").asString(),
                answer.json().path("decisionId").asString());
    }

    private void takeEffect(String decision) {
        Tasks.endGrace(decision);
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT state FROM decision WHERE id = :id::uuid")
                        .param("id", decision)
                        .query(String.class)
                        .single())
                .isEqualTo("EFFECTIVE"));
    }

    private record Work(String item, String decision) {}
}
