package dev.docket.backend.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The way of recourse: a removal, its notice, the appeal against it, and an overturn that undoes all of it, as a
/// platform, its authors and the people of the floor see it over HTTP.
@FloorTest
class RecourseTest {
    private static final String TEXT = "You are an idiot, as my grandfather used to say to his donkey.";
    private static final String REMOVE = """
            "outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}],"actions":[{"type":"REMOVE"}],
            "reasons":"It insults somebody.\"""";
    private static final String OVERTURN = "\"outcome\":\"OVERTURN\",\"reasons\":\"It speaks of a donkey.\"";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();
    private FloorClient platform;
    private SignedIn ann;
    private SignedIn sen;
    private MockWebServer receiver;

    @BeforeEach
    void aPlatformThatListens() throws Exception {
        platform = floor.as(TestCallers.key(Scope.values()));
        ann = TestCallers.person("ann", Role.SENIOR);
        sen = TestCallers.person("sen", Role.SENIOR);
        receiver = new MockWebServer();
        receiver.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                told.add(new JsonMapper()
                        .readTree(Objects.requireNonNull(request.getBody()).utf8()));
                return new MockResponse.Builder().code(204).build();
            }
        });
        receiver.start();
        var admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        assertThat(admin.post("/api/v1/webhooks", "{\"url\":\"" + receiver.url("/hook") + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void hangUp() {
        jdbc.sql("UPDATE webhook SET deleted_at = now()").update();
        receiver.close();
    }

    @Test
    void anOverturnUndoesTheRemovalAndAllThatCameOfIt() {
        String item = submitted("p-1", "u-9");
        String twin = submitted("p-2", "u-8");
        String removal = removed(item);
        String twinsRemoval = removed(twin);
        assertThat(standing("u-9").path("points").asInt()).isOne();
        assertThat(notice(removal, "AUTHOR").path("texts").path("en").toString())
                .contains("It insults somebody.", "appeal", "court");
        assertThat(notice(removal, "REPORTER").path("texts").path("de").toString())
                .contains("Streitbeilegungsstelle");

        assertThat(verdicts()).as("its text came twice").isOne();
        String appeal = appealed(item);
        assertThat(claim(ann, "appeals").isMissingNode()).as("who removed it").isTrue();
        var task = claim(sen, "appeals");
        assertThat(preview(appeal)).contains("has been reversed", "It speaks of a donkey.");
        String answer = takeEffect(decide(sen, task, OVERTURN));

        assertThat(platform.get("/api/v1/appeals/" + appeal)
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("OVERTURN");
        var now = platform.get("/api/v1/items/" + item).json().path("effectiveDecision");
        assertThat(now.path("id").asString()).isEqualTo(answer);
        assertThat(now.path("outcome").asString()).isEqualTo("APPROVE");
        assertTheStrikeIsBack();
        assertTheLabelIsRight(item, answer);
        assertThatTheTwinIsLookedAtAgain(twin, twinsRemoval);
        assertThat(verdicts()).as("what was kept of its score is dropped").isZero();
        assertThePlatformWasTold(item, removal, answer);
    }

    private int verdicts() {
        return jdbc.sql("SELECT count(*) FROM verdict").query(Integer.class).single();
    }

    private void assertTheStrikeIsBack() {
        var standing = standing("u-9");
        assertThat(standing.path("points").asInt()).isZero();
        assertThat(standing.path("strikes").path(0).path("returnedAt").asString())
                .startsWith("20");
    }

    private void assertTheLabelIsRight(String item, String answer) {
        var evidence = jdbc.sql("""
                        SELECT e.decision_id::text || ' ' || (e.labels ->> 'harassment') FROM label_evidence AS e
                          JOIN decision AS d ON d.id = e.decision_id AND d.state = 'EFFECTIVE'
                         WHERE d.item_id = :item::uuid
                        """).param("item", item).query(String.class).list();
        assertThat(evidence).containsExactly(answer + " 0");
    }

    private void assertThatTheTwinIsLookedAtAgain(String twin, String twinsRemoval) {
        var waiting = platform.get("/api/v1/items/" + twin).json().path("task");
        assertThat(waiting.path("state").asString()).isEqualTo("OPEN");
        assertThat(claim(ann, null).isMissingNode()).as("who removed it").isTrue();
        assertThat(standing("u-8").path("points").asInt())
                .as("its strike stands until somebody looked")
                .isOne();
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var again = claim(bob, null);
        assertThat(again.path("item").path("id").asString()).isEqualTo(twin);
        takeEffect(decide(bob, again, "\"outcome\":\"APPROVE\""));
        assertThat(platform.get("/api/v1/decisions").body()).contains(twinsRemoval);
        assertThat(messages("decision.reversed", twin)).hasSize(1);
        assertThat(standing("u-8").path("points").asInt()).isZero();
    }

    private void assertThePlatformWasTold(String item, String removal, String answer) {
        await().until(() -> !messages("appeal.decided", item).isEmpty());
        assertThat(told.stream()
                        .filter(message ->
                                message.path("data").path("itemId").asString("").equals(item))
                        .map(message -> message.path("type").asString()))
                .containsSubsequence("decision.effective", "appeal.received", "decision.reversed", "decision.effective")
                .contains("appeal.decided");
        var reversed = messages("decision.reversed", item).getFirst().path("data");
        assertThat(reversed.toString()).contains(removal, answer, "RESTORE");
        var notices = messages("appeal.decided", item).getFirst().path("data").path("notices");
        assertThat(notices.valueStream()
                        .map(notice ->
                                notice.path("recipient").path("externalId").asString()))
                .containsExactly("u-9", "u-5");
        assertThat(told.toString()).doesNotContain(ann.id().toString(), sen.id().toString());
    }

    /// Reported, so that somebody looks whatever the model thinks of it.
    private String submitted(String externalId, String author) {
        var answer = platform.post("/api/v1/items?wait=true", """
                {"source":"forum","externalId":"%s","text":"%s","language":"en","author":{"externalId":"%s"}}
                """.formatted(externalId, TEXT, author));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String item = answer.json().path("id").asString();
        platform.post("/api/v1/items/" + item + "/reports", "{\"reporter\":\"u-5\",\"policy\":\"harassment\"}");
        return item;
    }

    private String removed(String item) {
        var task = claim(ann, null);
        assertThat(task.path("item").path("id").asString()).isEqualTo(item);
        return takeEffect(decide(ann, task, REMOVE));
    }

    private String appealed(String item) {
        var answer = platform.post("/api/v1/appeals", """
                {"itemId":"%s","appellant":{"externalId":"u-9","role":"AUTHOR"},"statement":"The donkey is mine."}
                """.formatted(item));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String preview(String appeal) {
        return floor.as(sen.token())
                .post("/api/v1/appeals/" + appeal + "/notice", "{" + OVERTURN + "}")
                .body();
    }

    private JsonNode notice(String decision, String reader) {
        var answer = platform.get("/api/v1/statements-of-reasons/" + decision + "?reader=" + reader);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode standing(String author) {
        return platform.get("/api/v1/strikes?source=forum&author=" + author).json();
    }

    private JsonNode claim(SignedIn person, @org.jspecify.annotations.Nullable String queue) {
        return floor.as(person.token())
                .post("/api/v1/claims", queue == null ? "{}" : "{\"queues\":[\"" + queue + "\"]}")
                .json()
                .path("tasks")
                .path(0);
    }

    private String decide(SignedIn person, JsonNode task, String what) {
        var answer = floor.as(person.token())
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                        "{\"lease\":%d,%s}"
                                .formatted(task.path("lease").path("number").asLong(), what),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("decisionId").asString();
    }

    private String takeEffect(String decision) {
        Tasks.endGrace(decision);
        await().until(() -> jdbc.sql("SELECT state FROM decision WHERE id = :id::uuid")
                .param("id", decision)
                .query(String.class)
                .single()
                .equals("EFFECTIVE"));
        return decision;
    }

    private List<JsonNode> messages(String type, String item) {
        await().until(() -> jdbc.sql("""
                        SELECT (SELECT count(*) FROM outbox_message WHERE state = 'READY')
                             + (SELECT count(*) FROM webhook_delivery WHERE state = 'PENDING')
                        """).query(Integer.class).single() == 0);
        return told.stream()
                .filter(message -> message.path("type").asString().equals(type))
                .filter(message ->
                        message.path("data").path("itemId").asString("").equals(item))
                .toList();
    }
}
