package dev.docket.backend.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An item of `u-9` on its way through the floor, over HTTP: reported, decided, appealed against, decided again.
final class Floorwork {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());
    static final String REMOVE = """
            "outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2,"spans":[[0,3]]}],
            "actions":[{"type":"REMOVE"}]""";

    final FloorClient platform;
    final SignedIn ann;
    final SignedIn sen;
    final UUID item = Decided.item("u-9");
    private final FloorClient floor;
    private int keys;

    Floorwork(FloorClient floor) {
        this(floor, "ann", "sen");
    }

    Floorwork(FloorClient floor, String moderator, String senior) {
        ann = TestCallers.person(moderator, Role.MODERATOR);
        sen = TestCallers.person(senior, Role.SENIOR);
        this.floor = floor;
        platform = floor.as(TestCallers.key(Scope.values()));
        platform.post("/api/v1/items/" + item + "/reports", "{\"reporter\":\"u-5\",\"policy\":\"harassment\"}");
    }

    FloorClient as(SignedIn person) {
        return floor.as(person.token());
    }

    /// `ann` finds a violation and removes the item, and it takes effect.
    String removed() {
        return effective(decide(ann, firstTask(), REMOVE));
    }

    /// `ann` approves, and it takes effect.
    String approved() {
        return effective(decide(ann, firstTask(), "\"outcome\":\"APPROVE\""));
    }

    JsonNode firstTask() {
        JDBC.sql("""
                        INSERT INTO review_task (id, item_id, kind, queue_key, language, deadline_at)
                        VALUES (:task, :item, 'FIRST', 'harassment', 'en', clock_timestamp() + interval '1 hour')
                        """).param("task", Ids.next()).param("item", item).update();
        return claim(ann, "harassment").path(0);
    }

    String appeal(String appellant, String role) {
        var answer = platform.post("/api/v1/appeals", """
                {"itemId":"%s","appellant":{"externalId":"%s","role":"%s"},"statement":"I was quoting him."}
                """.formatted(item, appellant, role));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    JsonNode claim(SignedIn person, String queue) {
        return as(person)
                .post("/api/v1/claims", "{\"queues\":[\"%s\"]}".formatted(queue))
                .json()
                .path("tasks");
    }

    Answer decide(SignedIn person, JsonNode task, String what) {
        return decide(
                person,
                task.path("id").asString(),
                task.path("lease").path("number").asLong(),
                what);
    }

    Answer decide(SignedIn person, String task, long lease, String what) {
        return as(person)
                .post(
                        "/api/v1/tasks/" + task + "/decision",
                        "{\"lease\":%d,%s}".formatted(lease, what),
                        "Idempotency-Key",
                        "k-" + keys++);
    }

    /// Ends the grace time of a decision and waits until that is done.
    static String effective(Answer receipt) {
        assertThat(receipt.body()).contains("decisionId");
        assertThat(receipt.status()).isEqualTo(201);
        String id = receipt.json().path("decisionId").asString();
        Tasks.endGrace(id);
        await().until(() -> !state(id).equals("HELD"));
        return id;
    }

    static String state(String decision) {
        return JDBC.sql("SELECT state FROM decision WHERE id = :id::uuid")
                .param("id", decision)
                .query(String.class)
                .single();
    }

    JsonNode view(String appeal) {
        return platform.get("/api/v1/appeals/" + appeal).json();
    }

    /// The item's messages to platforms that are on their way, in their order.
    List<JsonNode> messages() {
        var json = new JsonMapper();
        return JDBC.sql("""
                        SELECT payload::text FROM outbox_message
                         WHERE item_id = :item AND state IN ('READY', 'FANNED_OUT') ORDER BY sequence
                        """).param("item", item).query(String.class).list().stream()
                .map(json::readTree)
                .toList();
    }

    static int count(String sql) {
        return JDBC.sql(sql).query(Integer.class).single();
    }
}
