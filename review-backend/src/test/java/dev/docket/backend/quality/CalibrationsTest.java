package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The same items before several people.
@FloorTest
class CalibrationsTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private SignedIn ann;
    private SignedIn bob;
    private FloorClient supervisor;

    @BeforeEach
    void people() {
        ann = TestCallers.person("ann", Role.MODERATOR);
        bob = TestCallers.person("bob", Role.MODERATOR);
        supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void everybodyGetsEveryItemAndNothingIsActedOn() {
        String id = calibrate(List.of(Tasks.item("one"), Tasks.item("two"), Tasks.item("three")));

        int byAnn = approveAll(ann);
        var halfway = calibration(id);
        int byBob = approveAll(bob);
        var done = calibration(id);

        assertThat(byAnn).isEqualTo(3);
        assertThat(byBob).isEqualTo(3);
        assertThat(halfway.path("agreement").isNull()).isTrue();
        assertThat(done.path("agreement").path("items").asInt()).isEqualTo(3);
        assertThat(done.path("agreement").path("rawAgreement").asDouble()).isEqualTo(1);
        assertThat(done.path("people")
                        .valueStream()
                        .map(one -> one.path("answered").asInt()))
                .containsExactly(3, 3);
        assertThat(jdbc.sql("SELECT count(*) FROM decision")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM item WHERE state = 'SETTLED'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void answersToGoldenItemsAreComparedWithWhatIsSettled() {
        UUID broken = Tasks.item("one");
        UUID fine = Tasks.item("two");
        supervisor.post("/api/v1/golden-items", """
                {"itemId":"%s","outcome":"VIOLATION","violations":[{"policy":"harassment","severity":2}]}
                """.formatted(broken));
        supervisor.post("/api/v1/golden-items", "{\"itemId\":\"%s\",\"outcome\":\"APPROVE\"}".formatted(fine));
        String id = calibrate(List.of(broken, fine, Tasks.item("three")));
        approveAll(ann);

        var people = calibration(id).path("people");
        var byAnn = people.valueStream()
                .filter(one -> one.path("answered").asInt() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(byAnn.path("judged").asInt()).isEqualTo(2);
        assertThat(byAnn.path("right").asInt()).isOne();
        assertThat(byAnn.path("accuracy").path("value").asDouble()).isEqualTo(0.5);
        assertThat(people.valueStream().filter(one -> one.path("answered").asInt() == 0))
                .singleElement()
                .satisfies(bobs -> assertThat(bobs.path("accuracy").isNull()).isTrue());
    }

    @Test
    void whoHadLookedAtAnItemDoesNotGetItAgain() {
        UUID known = Tasks.item("known");
        PlantedLooks.look(known, 1, "FIRST", ann.id(), null);
        String id = calibrate(List.of(known, Tasks.item("new")));

        assertThat(calibration(id)
                        .path("people")
                        .valueStream()
                        .map(one -> one.path("of").asInt()))
                .containsExactlyInAnyOrder(1, 2);
        assertThat(supervisor
                        .get("/api/v1/quality/calibrations")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void everyFaultIsTold() {
        TestCallers.person("ada", Role.ADMIN);
        var bad = supervisor.post("/api/v1/quality/calibrations", """
                {"name":"May","itemIds":["%s","nonsense"],"people":["ann","nobody","ada","ann"]}
                """.formatted(UUID.randomUUID()));
        var empty =
                supervisor.post("/api/v1/quality/calibrations", "{\"name\":\" \",\"itemIds\":[],\"people\":[\"ann\"]}");

        assertThat(pointers(bad))
                .containsExactlyInAnyOrder("/itemIds/0", "/itemIds/1", "/people/1", "/people/2", "/people/3");
        assertThat(pointers(empty)).containsExactlyInAnyOrder("/name", "/itemIds", "/people");
        assertThat(floor.as(ann.token()).get("/api/v1/quality/calibrations").status())
                .isEqualTo(403);
    }

    private String calibrate(List<UUID> items) {
        var made = supervisor.post(
                "/api/v1/quality/calibrations",
                "{\"name\":\"May\",\"itemIds\":[%s],\"people\":[\"ann\",\"%s\"]}"
                        .formatted(
                                String.join(
                                        ",",
                                        items.stream()
                                                .map(item -> "\"" + item + "\"")
                                                .toList()),
                                bob.id()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private tools.jackson.databind.JsonNode calibration(String id) {
        return supervisor.get("/api/v1/quality/calibrations/" + id).json();
    }

    private int approveAll(SignedIn person) {
        var desk = floor.as(person.token());
        var tasks = desk.post("/api/v1/claims", "{\"count\":10}").json().path("tasks");
        for (var task : tasks) {
            var answer = desk.post(
                    "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                    "{\"lease\":%d,\"outcome\":\"APPROVE\"}"
                            .formatted(task.path("lease").path("number").asLong()),
                    "Idempotency-Key",
                    task.path("id").asString());
            assertThat(answer.status()).isEqualTo(201);
        }
        return tasks.size();
    }

    private static List<String> pointers(FloorClient.Answer refused) {
        assertThat(refused.status()).isEqualTo(422);
        return refused.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}
