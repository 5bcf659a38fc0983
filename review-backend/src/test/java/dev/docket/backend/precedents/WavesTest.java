package dev.docket.backend.precedents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Printed;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Scanner;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Near-duplicates that wait, over HTTP.
@FloorTest
class WavesTest {
    private static final String APPROVE = "{\"outcome\":\"APPROVE\"}";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Items items;

    @Autowired
    private ServingModel model;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private FloorClient senior;
    private FloorClient other;

    @BeforeEach
    void prepare() {
        senior = floor.as(TestCallers.person("sen", Role.SENIOR).token());
        other = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void nearDuplicatesThatWaitAreOneWave() {
        wave(4);
        Tasks.item("The library opens at nine on weekdays.");

        var waves = senior.get("/api/v1/waves").json().path("items");

        assertThat(waves).hasSize(1);
        assertThat(waves.path(0).path("state").asString()).isEqualTo("WAITING");
        assertThat(waves.path(0).path("size").asInt()).isEqualTo(4);
        var wave = senior.get("/api/v1/waves/" + waves.path(0).path("id").asString())
                .json();
        assertThat(wave.path("members")).hasSize(4);
        assertThat(wave.path("members").path(0).path("similarity").asDouble()).isEqualTo(1.0);
        assertThat(wave.path("approvalNeeded").asBoolean()).isFalse();
    }

    @Test
    void whatSomebodyHoldsIsInNoWave() {
        wave(3);
        other.post("/api/v1/claims", "{}");
        assertThat(senior.get("/api/v1/waves").json().path("items")).isEmpty();
    }

    @Test
    void everyMemberButTheExceptionsGetsADecisionOfItsOwn() {
        wave(4);
        String id = first();
        var decided = decide(id, ",\"except\":[\"" + id + "\"]");

        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("DECIDED");
        assertThat(decided.json().path("wave").path("decided").asInt()).isEqualTo(3);
        assertThat(count("decision WHERE kind = 'WAVE' AND outcome = 'VIOLATION'"))
                .isEqualTo(3);
        assertThat(count("decision JOIN label_evidence ON decision_id = decision.id"))
                .isEqualTo(3);
        assertThat(count("audit_entry WHERE action = 'decision.recorded'")).isEqualTo(3);
        assertThat(count("review_task WHERE state = 'OPEN' AND item_id = '" + id + "'"))
                .isOne();
        assertThat(count("review_task WHERE state = 'OPEN'")).isOne();
    }

    @Test
    void aWholeWaveIsUndoneWithinItsGraceTimeAndReversedAfterwards() {
        wave(3);
        String wave = decide(first(), "").json().path("wave").path("id").asString();
        assertThat(senior.post("/api/v1/waves/" + wave + "/undo", "").status()).isEqualTo(204);
        assertThat(count("review_task WHERE state = 'OPEN'")).isEqualTo(3);
        assertThat(count("decision WHERE state = 'UNDONE'")).isEqualTo(3);

        String again = decide(first(), "").json().path("wave").path("id").asString();
        jdbc.sql("SELECT id::text FROM decision WHERE state = 'HELD'").query(String.class).list().stream()
                .map(String::valueOf)
                .forEach(Tasks::endGrace);
        org.awaitility.Awaitility.await().until(() -> count("decision WHERE state = 'EFFECTIVE'") == 3);
        assertThat(senior.post("/api/v1/waves/" + again + "/undo", "").slug()).isEqualTo("undo-expired");

        var reversed = senior.post("/api/v1/waves/" + again + "/reverse", "{\"reasons\":\"We were wrong.\"}");
        assertThat(reversed.json().path("wave").path("state").asString()).isEqualTo("REVERSED");
        assertThat(count("decision WHERE kind = 'REVERSAL' AND outcome = 'APPROVE'"))
                .isEqualTo(3);
    }

    @Test
    void aWaveTooLargeIsRefusedUntilSomeAreLeftOut() {
        wave(201);
        var answer = senior.post("/api/v1/waves/" + first() + "/decision", APPROVE);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.slug()).isEqualTo("wave-too-large");
        assertThat(jdbc.sql("SELECT count(*) FROM wave").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aLargeWaveAwaitsSomebodyElse() {
        wave(30);
        var id = first();
        var decided = senior.post("/api/v1/waves/" + id + "/decision", APPROVE);

        assertThat(decided.status()).isEqualTo(201);
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("AWAITING_APPROVAL");
        String wave = decided.json().path("wave").path("id").asString();
        assertThat(senior.post("/api/v1/waves/" + wave + "/approve", "").slug()).isEqualTo("second-approver-needed");
        assertThat(other.get("/api/v1/waves").json().path("items"))
                .as("its items are spoken for")
                .hasSize(1);
        assertThat(other.post("/api/v1/waves/" + wave + "/refuse", "").status()).isEqualTo(204);
        assertThat(other.post("/api/v1/waves/" + wave + "/approve", "").slug()).isEqualTo("already-decided");
        assertThat(first()).isEqualTo(id);
    }

    @Test
    void aLargeWaveIsDecidedOnceSomebodyElseAgreesAndIsUndoneWhole() {
        wave(30);
        String wave = decide(first(), "").json().path("wave").path("id").asString();
        assertThat(count("decision")).isZero();

        var approved = other.post("/api/v1/waves/" + wave + "/approve", "").json();

        assertThat(approved.path("wave").path("state").asString()).isEqualTo("DECIDED");
        assertThat(approved.path("wave").path("decided").asInt()).isEqualTo(30);
        assertThat(approved.path("finding").path("by").path("displayName").asString())
                .isEqualTo("sen");
        assertThat(approved.path("finding")
                        .path("approvedBy")
                        .path("displayName")
                        .asString())
                .isEqualTo("sue");
        assertThat(approved.path("members").findValuesAsString("decision"))
                .hasSize(30)
                .containsOnly("HELD");
        assertThat(count("decision WHERE kind = 'WAVE' AND state = 'HELD'")).isEqualTo(30);
        assertThat(other.post("/api/v1/waves/" + wave + "/undo", "").status()).isEqualTo(204);
        assertThat(count("decision WHERE state = 'UNDONE'")).isEqualTo(30);
        assertThat(count("review_task WHERE state = 'OPEN'")).isEqualTo(30);
    }

    @Test
    void theMostSevereFindingNeedsASecondPersonHoweverSmallTheWave() {
        wave(3);
        var decided = senior.post("/api/v1/waves/" + first() + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"violence","severity":4}]}""");
        assertThat(decided.json().path("wave").path("state").asString()).isEqualTo("AWAITING_APPROVAL");
        assertThat(decided.json().path("wave").path("by").path("displayName").asString())
                .isEqualTo("sen");
        assertThat(count("decision")).isZero();
    }

    @Test
    void aWaveIsNobodysWhoIsNotClearedForItsItems() {
        wave(30);
        var elsewhere =
                floor.as(TestCallers.person("eve", "{*}", "{spam}", Role.SENIOR).token());
        var foreign =
                floor.as(TestCallers.person("fia", "{fr}", "{*}", Role.SENIOR).token());
        assertThat(elsewhere.get("/api/v1/waves").json().path("items")).isEmpty();
        assertThat(foreign.get("/api/v1/waves").json().path("items")).isEmpty();
        String id = first();
        String wave =
                "/api/v1/waves/" + decide(id, "").json().path("wave").path("id").asString();

        assertThat(elsewhere.get("/api/v1/waves").json().path("items")).isEmpty();
        assertThat(elsewhere.get(wave).status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/approve", "").status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/refuse", "").status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/undo", "").status()).isEqualTo(404);
        assertThat(elsewhere.post(wave + "/reverse", "{\"reasons\":\"x\"}").status())
                .isEqualTo(404);
    }

    @Test
    void whatAPersonMayNotTakeIsInNoWaveOfTheirs() {
        wave(3);
        var sen = TestCallers.person("sid", Role.SENIOR);
        var task =
                jdbc.sql("SELECT id FROM review_task LIMIT 1").query(UUID.class).single();
        jdbc.sql(
                        "INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at) VALUES (:task, :person, 'INVOLVED', now())")
                .param("task", task)
                .param("person", sen.id())
                .update();
        jdbc.sql("UPDATE review_task SET kept_from_some = true WHERE id = :task")
                .param("task", task)
                .update();
        assertThat(floor.as(sen.token()).get("/api/v1/waves").json().path("items"))
                .isEmpty();
        assertThat(senior.get("/api/v1/waves").json().path("items")).hasSize(1);
    }

    @Test
    void textsLettersMeaningAndPicturesEachMakeANearDuplicate() {
        UUID leader = printed("Free followers for everybody who answers within ten minutes, tell all of your friends");
        UUID disguised =
                printed("FR3E f0llowers for everyb0dy who answers within ten minutes, tell all of your friends");
        UUID changed =
                printed("Free followers for everybody who answers within two minutes, tell all of your friends!");
        UUID meaning = printed("Nobody leaves without a gift");
        UUID picture = printed("See for yourself");
        printed("The library opens at nine on weekdays.");
        jdbc.sql("""
                        UPDATE fingerprint SET embedding = (SELECT embedding FROM fingerprint WHERE item_id = :leader)
                         WHERE item_id = :meaning
                        """).param("leader", leader).param("meaning", meaning).update();
        seen(leader, "f00dface".repeat(8));
        seen(picture, "f00dfacd" + "f00dface".repeat(7));

        var members = senior.get("/api/v1/waves/" + first()).json().path("members");

        assertThat(members.findValuesAsString("itemId"))
                .containsExactlyInAnyOrder(
                        leader.toString(),
                        disguised.toString(),
                        changed.toString(),
                        meaning.toString(),
                        picture.toString());
    }

    @Test
    @Timeout(60)
    void howFarAWaveHasComeIsToldWhileItIsDecided() throws Exception {
        wave(60);
        String id = first();
        String wave = senior.post("/api/v1/waves/" + id + "/decision", APPROVE)
                .json()
                .path("wave")
                .path("id")
                .asString();
        var request = floor.as(TestCallers.person("sol", Role.SENIOR).token())
                .request("/api/v1/events")
                .build();
        try (var stream = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body();
                var lines = new Scanner(stream)) {
            other.post("/api/v1/waves/" + wave + "/approve", "");
            String news = "";
            while (!news.contains("\"state\":\"DECIDED\"")) {
                news = lines.nextLine();
                if (news.contains(wave)) {
                    assertThat(news).contains("\"leader\":\"" + id + "\"", "\"size\":60");
                }
            }
            assertThat(news).contains("\"decided\":60");
        }
    }

    @Test
    void aBadDecisionSaysEverythingThatIsWrong() {
        wave(3);
        var answer = senior.post("/api/v1/waves/" + first() + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"nope","severity":9,"spans":[[0,1]]}],"except":["x"]}
                """);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/violations/0/policy", "/violations/0/severity", "/violations/0", "/except/0");
    }

    @Test
    void wavesAreForSeniors() {
        var moderator = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(moderator.get("/api/v1/waves").status()).isEqualTo(403);
        assertThat(senior.get("/api/v1/waves/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private FloorClient.Answer decide(String id, String more) {
        return senior.post("/api/v1/waves/" + id + "/decision", """
                {"outcome":"VIOLATION","violations":[{"policy":"spam","severity":1}]%s}""".formatted(more));
    }

    /// An item that waits, with its fingerprint taken.
    private UUID printed(String text) {
        UUID task = Tasks.waiting("spam");
        UUID item = jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                .param("task", task)
                .query(UUID.class)
                .single();
        jdbc.sql("UPDATE item SET text = :text WHERE id = :item")
                .param("text", text)
                .param("item", item)
                .update();
        return new Printed(items, model, events, transaction).item(item);
    }

    private void seen(UUID item, String pdq) {
        jdbc.sql("""
                        INSERT INTO picture_fingerprint (item_id, sha256, pdq, quality)
                        VALUES (:item, :sha256, ('x' || :pdq)::bit(256), 100)
                        """).param("item", item).param("sha256", pdq).param("pdq", pdq).update();
    }

    private int count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Integer.class).single();
    }

    private String first() {
        return senior.get("/api/v1/waves")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    private void wave(int size) {
        var printed = new Printed(items, model, events, transaction);
        for (int i = 0; i < size; i++) {
            UUID task = Tasks.waiting("harassment");
            printed.item(jdbc.sql("SELECT item_id FROM review_task WHERE id = :task")
                    .param("task", task)
                    .query((row, number) -> row.getObject("item_id", UUID.class))
                    .single());
        }
    }
}
