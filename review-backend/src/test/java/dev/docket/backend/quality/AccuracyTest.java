package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a moderator and a supervisor learn of how often that moderator was right.
@FloorTest
class AccuracyTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private GoldenDealer dealer;

    @Autowired
    private QualityAlerts alerts;

    @Autowired
    private Reliabilities reliabilities;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn ann;
    private SignedIn bob;
    private UUID sue;
    private FloorClient supervisor;

    @BeforeEach
    void people() {
        ann = TestCallers.person("ann", Role.MODERATOR);
        bob = TestCallers.person("bob", Role.MODERATOR);
        var signedIn = TestCallers.person("sue", Role.SUPERVISOR);
        sue = signedIn.id();
        supervisor = floor.as(signedIn.token());
    }

    @Test
    void anAdjudicationJudgesBothLooksBeforeIt() {
        UUID item = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        PlantedLooks.look(item, 3, "ADJUDICATION", sue, "hate", "EFFECTIVE");

        var right = supervisor.get("/api/v1/quality/moderators/" + ann.id()).json();
        var wrong = supervisor.get("/api/v1/quality/moderators/" + bob.id()).json();

        assertThat(right.path("right").asInt()).isOne();
        assertThat(right.path("cards")).isEmpty();
        assertThat(wrong.path("adjudicated").path("judged").asInt()).isOne();
        var hate = wrong.path("policies").path(0);
        assertThat(hate.path("policy").asString()).isEqualTo("hate");
        assertThat(hate.path("missed").asInt()).isOne();
        var card = wrong.path("cards").path(0);
        assertThat(card.path("itemId").asString()).isEqualTo(item.toString());
        assertThat(card.path("settledBy").asString()).isEqualTo("ADJUDICATION");
        assertThat(card.path("missed").path(0).asString()).isEqualTo("hate");
        assertThat(card.path("truth").path("outcome").asString()).isEqualTo("VIOLATION");
        assertThat(card.path("answer").path("outcome").asString()).isEqualTo("APPROVE");
        assertThat(card.path("policies").path(0).path("version").asInt()).isOne();
        assertThat(card.path("policies").path(0).path("text").asString()).isNotBlank();
    }

    @Test
    void theLastWordOnAnItemIsItsTruth() {
        UUID item = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        PlantedLooks.look(item, 3, "ADJUDICATION", sue, "hate");
        PlantedLooks.look(item, 4, "APPEAL", UUID.randomUUID(), null, "EFFECTIVE");

        var wrong = supervisor.get("/api/v1/quality/moderators/" + ann.id()).json();

        assertThat(wrong.path("cards").path(0).path("settledBy").asString()).isEqualTo("APPEAL");
        assertThat(wrong.path("policies").path(0).path("falselyFound").asInt()).isOne();
    }

    @Test
    void aGoldenAnswerCountsOnceItCannotBeMendedAnyMore() {
        goldenAnswer();

        var before = moderator(ann, "/api/v1/quality/moderators/" + ann.id());
        jdbc.sql("UPDATE trial_answer SET undo_until = clock_timestamp()").update();
        var after = moderator(ann, "/api/v1/quality/moderators/" + ann.id());

        assertThat(before.path("judged").asInt()).isZero();
        assertThat(before.path("accuracy").isNull()).isTrue();
        assertThat(after.path("golden").path("judged").asInt()).isOne();
        assertThat(after.path("cards").path(0).path("settledBy").asString()).isEqualTo("GOLDEN");
    }

    @Test
    void anAdjudicatedItemBecomesGoldenWithItsAdjudicationAsTruth() {
        UUID item = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        UUID adjudication = PlantedLooks.look(item, 3, "ADJUDICATION", sue, "hate", "EFFECTIVE");

        var made = supervisor.post("/api/v1/golden-items", "{\"itemId\":\"" + item + "\"}");
        UUID other = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        UUID first = PlantedLooks.look(other, 3, "WAVE", sue, "hate", "EFFECTIVE");
        var refused = supervisor.post("/api/v1/golden-items", "{\"decisionId\":\"" + first + "\"}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("decisionId").asString()).isEqualTo(adjudication.toString());
        assertThat(made.json().path("violations").path(0).path("policy").asString())
                .isEqualTo("hate");
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void aCardThatIsSentWaitsToBeRead() {
        UUID item = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        PlantedLooks.look(item, 3, "ADJUDICATION", sue, "hate", "EFFECTIVE");
        String card = "/api/v1/quality/moderators/" + bob.id() + "/cards/" + item;

        assertThat(floor.as(bob.token()).post(card + "/acknowledge", "{}").status())
                .as("nothing was sent yet")
                .isEqualTo(404);
        var sent = supervisor.post(card + "/send", "{\"note\":\"Read it to the end.\"}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var own = moderator(bob, "/api/v1/quality/moderators/" + bob.id())
                .path("cards")
                .path(0)
                .path("sent");
        assertThat(own.path("note").asString()).isEqualTo("Read it to the end.");
        assertThat(own.path("by").path("displayName").asString()).isEqualTo("sue");
        assertThat(own.path("acknowledgedAt").isNull()).isTrue();

        assertThat(floor.as(ann.token()).post(card + "/acknowledge", "{}").status())
                .isEqualTo(404);
        assertThat(floor.as(bob.token()).post(card + "/acknowledge", "{}").status())
                .isEqualTo(204);
        assertThat(supervisor
                        .get("/api/v1/quality/moderators/" + bob.id())
                        .json()
                        .path("cards")
                        .path(0)
                        .path("sent")
                        .path("acknowledgedAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void whatIsNoCardIsNotSent() {
        UUID item = PlantedLooks.pair(ann.id(), "hate", bob.id(), null);
        PlantedLooks.look(item, 3, "ADJUDICATION", sue, "hate", "EFFECTIVE");

        assertThat(supervisor
                        .post("/api/v1/quality/moderators/" + ann.id() + "/cards/" + item + "/send", "{}")
                        .status())
                .as("ann found what was settled")
                .isEqualTo(404);
        assertThat(floor.as(ann.token())
                        .post("/api/v1/quality/moderators/" + bob.id() + "/cards/" + item + "/send", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void nobodySeesTheFiguresOfAColleague() {
        assertThat(floor.as(bob.token())
                        .get("/api/v1/quality/moderators/" + ann.id())
                        .status())
                .isEqualTo(403);
        assertThat(floor.as(bob.token()).get("/api/v1/quality/moderators").status())
                .isEqualTo(403);
        assertThat(supervisor
                        .get("/api/v1/quality/moderators/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsOftenWrongIsListedFirstAndRaisesAnAlert() {
        PlantedLooks.adjudicate(PlantedLooks.pairs(5, ann.id(), "hate", bob.id(), null), sue, "hate");
        PlantedLooks.adjudicate(PlantedLooks.pairs(15, ann.id(), "hate", bob.id(), "hate"), sue, "hate");
        alerts.look();

        var list = supervisor.get("/api/v1/quality/moderators").json().path("items");
        assertThat(list.path(0).path("person").path("displayName").asString()).isEqualTo("bob");
        assertThat(list.path(0).path("accuracy").path("value").asDouble()).isCloseTo(0.75, within(1e-9));
        assertThat(list.path(0).path("alert").asBoolean()).isTrue();
        assertThat(list.path(1).path("alert").asBoolean()).isFalse();
        var alert =
                supervisor.get("/api/v1/quality/alerts").json().path("items").path(0);
        assertThat(alert.path("kind").asString()).isEqualTo("ACCURACY");
        assertThat(alert.path("observations").asInt()).isEqualTo(20);
        assertThat(alert.path("estimate").path("high").asDouble()).isGreaterThan(0.75);
        var page = supervisor.get("/api/v1/quality/moderators?limit=1").json();
        assertThat(supervisor
                        .get("/api/v1/quality/moderators?limit=1&after="
                                + page.path("next").asString())
                        .json()
                        .path("items")
                        .path(0)
                        .path("person")
                        .path("displayName")
                        .asString())
                .isEqualTo("ann");
    }

    @Test
    void littleKnowledgeOfAPersonLeavesThemWithEverybody() {
        PlantedLooks.adjudicate(PlantedLooks.pairs(30, ann.id(), "hate", bob.id(), null), sue, "hate");
        PlantedLooks.adjudicate(PlantedLooks.pairs(10, ann.id(), "hate", bob.id(), "hate"), sue, "hate");
        reliabilities.learn();

        assertThat(reliabilities.of(ann.id(), "hate")).isBetween(0.85, 0.95);
        assertThat(reliabilities.of(bob.id(), "hate")).isBetween(0.3, 0.5);
        assertThat(reliabilities.of(bob.id(), null)).isBetween(0.1, 0.2);
        assertThat(reliabilities.of(UUID.randomUUID(), "hate")).isBetween(0.6, 0.75);
        assertThat(reliabilities.of(ann.id(), "spam")).isEqualTo(0.9);
    }

    /// Ann approves what is settled as harassment.
    private void goldenAnswer() {
        UUID item = Tasks.item("some text");
        supervisor.post("/api/v1/golden-items", """
                {"itemId":"%s","outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}]}
                """.formatted(item));
        Tasks.waiting("harassment");
        approveNext("k-1");
        dealer.deal(1, new Random(1));
        approveNext("k-2");
    }

    private void approveNext(String key) {
        var desk = floor.as(ann.token());
        var task = desk.post("/api/v1/claims", "{\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
        var answer = desk.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                "{\"lease\":%d,\"outcome\":\"APPROVE\"}"
                        .formatted(task.path("lease").path("number").asLong()),
                "Idempotency-Key",
                key);
        assertThat(answer.status()).isEqualTo(201);
    }

    private tools.jackson.databind.JsonNode moderator(SignedIn person, String path) {
        return floor.as(person.token()).get(path).json();
    }
}
