package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class SourceQueuesTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private StoredTasks tasks;

    private FloorClient sue;

    @BeforeEach
    void aSupervisor() {
        sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void whatWaitsMovesToTheQueueOfItsSourceAndBack() {
        Tasks.waiting("spam");

        divide("spam", "test", "market");
        assertThat(queues()).containsExactly("spam@test");

        divide("spam");
        assertThat(queues()).containsExactly("spam");
    }

    @Test
    void aNewTaskGoesToTheQueueOfItsSource() {
        divide("spam", "test");

        var spam = enqueue("spam");
        var hate = enqueue("hate");

        assertThat(spam).isEqualTo("spam@test");
        assertThat(hate).isEqualTo("hate");
    }

    @Test
    void aClearanceForThePolicyOpensAllItsQueuesAndOneForASourceItsOwn() {
        divide("spam", "test", "market");
        var all = TestCallers.person("all", "{*}", "{spam}", Role.MODERATOR);
        var market = TestCallers.person("market", "{*}", "{spam@market}", Role.MODERATOR);
        Tasks.waiting("spam@test");

        assertThat(open(all.token())).containsExactly("spam", "spam@market", "spam@test");
        assertThat(open(market.token())).containsExactly("spam@market");
        assertThat(claimed(market.token())).isZero();
        assertThat(claimed(all.token())).isOne();
    }

    @Test
    void whoIsClearedForASourceAloneLosesItWithItsQueue() {
        divide("spam", "test");
        var person = TestCallers.person("ann", "{*}", "{spam@test}", Role.MODERATOR);
        Tasks.waiting("spam@test");
        assertThat(claimed(person.token())).isOne();

        divide("spam");

        assertThat(states()).containsExactly("OPEN");
    }

    @Test
    void aPolicyForOthersTakesBackWhatIsHeld() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        Tasks.waiting("spam");
        assertThat(claimed(ann.token())).isOne();

        publishSpam(",\"minimumRole\":\"SENIOR\"");

        assertThat(states()).containsExactly("OPEN");
    }

    @Test
    void aSecondLookStaysWithWhoIsStillCleared() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        Tasks.waiting("spam");
        jdbc.sql("UPDATE review_task SET kind = 'SECOND'").update();
        assertThat(claimed(ann.token())).isOne();

        publishSpam("");

        assertThat(states()).containsExactly("CLAIMED");
    }

    private void publishSpam(String terms) {
        var lead = floor.as(TestCallers.person("pol", Role.POLICY).token());
        var spam = "/api/v1/policies/spam";
        String draft = "{\"title\":\"Spam\",\"text\":\"Text.\",\"labels\":[],\"allowedActions\":[\"NONE\",\"REMOVE\"],"
                + "\"defaultAction\":\"REMOVE\",\"defaultSeverity\":1" + terms + "}";
        var changed = lead.send(lead.request(spam, "If-Match", lead.get(spam).header("ETag"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(draft)));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void faultsAreNamed() {
        assertThat(sue.put("/api/v1/queues/nothing/sources", "{\"sources\":[]}").status())
                .isEqualTo(404);
        var faulty = sue.put("/api/v1/queues/spam/sources", "{\"sources\":[\"good\",\" \"]}");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/sources/1");
    }

    private void divide(String policy, String... sources) {
        String list = String.join("\",\"", sources);
        String body = sources.length == 0 ? "{\"sources\":[]}" : "{\"sources\":[\"" + list + "\"]}";
        assertThat(sue.put("/api/v1/queues/" + policy + "/sources", body).status())
                .isEqualTo(200);
    }

    private String enqueue(String queue) {
        var task = new StoredTasks.NewTask(
                UUID.randomUUID(), Tasks.item("buy this"), 1, queue, "en", 2, 0.5, 60, "for a test");
        return tasks.enqueue(task).orElseThrow();
    }

    private List<String> open(String token) {
        var names = new ArrayList<String>();
        floor.as(token)
                .get("/api/v1/queues")
                .json()
                .forEach(queue -> names.add(queue.path("key").asString()));
        return names;
    }

    private int claimed(String token) {
        return floor.as(token)
                .post("/api/v1/claims", "{\"count\":5}")
                .json()
                .path("tasks")
                .size();
    }

    private List<String> queues() {
        return jdbc.sql("SELECT queue_key FROM review_task").query(String.class).list();
    }

    private List<String> states() {
        return jdbc.sql("SELECT state FROM review_task").query(String.class).list();
    }
}
