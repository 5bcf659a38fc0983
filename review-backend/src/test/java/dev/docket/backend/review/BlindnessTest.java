package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.review.Floorwork.Worker;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.dto.people.Role;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A second look is blind: no string of the first decision is in anything that whoever may give
/// it can get.
@FloorTest
class BlindnessTest {
    private static final String NOTE = "a note that nobody else may read";
    private static final String REASONS = "reasons that nobody else may read";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothingOfTheFirstDecisionReachesTheSecondPerson() throws Exception {
        var first = Worker.of(floor, "primrose", Role.MODERATOR);
        var seconds = List.of(
                Worker.of(floor, "mod", Role.MODERATOR),
                Worker.of(floor, "senior", Role.SENIOR),
                Worker.of(floor, "super", Role.SUPERVISOR));
        var heard = new ConcurrentLinkedQueue<String>();
        for (var second : seconds) {
            listen(second, heard);
        }
        Tasks.waiting("harassment");
        var task = first.claim("harassment");
        first.floor()
                .post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/questions",
                        "{\"question\":\"%s\"}".formatted(NOTE));
        var receipt = first.decide(
                        task, Floorwork.CRITICAL + ",\"note\":\"%s\",\"reasons\":\"%s\"".formatted(NOTE, REASONS))
                .json();
        assertThat(receipt.path("state").asString()).isEqualTo("AWAITING_SECOND");
        await().until(() -> heard.stream().anyMatch(line -> line.contains("queue.changed")));

        var secrets = List.of(
                NOTE,
                REASONS,
                first.person().id().toString(),
                "primrose",
                Floorwork.decision(receipt),
                "\"severity\":4");
        for (var second : seconds) {
            for (String seen : everything(second)) {
                assertThat(seen).doesNotContain(secrets.toArray(String[]::new));
            }
        }
        assertThat(String.join("\n", heard)).doesNotContain(secrets.toArray(String[]::new));
    }

    /// A reversal that bans is no first look; the look that it waits for must not tell so.
    @Test
    void aSecondLookAtWhatNoTaskLedToSeemsLikeAnyOther() {
        var first = Worker.of(floor, "primrose", Role.MODERATOR);
        var chief = Worker.of(floor, "petunia", Role.SUPERVISOR);
        var senior = Worker.of(floor, "senior", Role.SENIOR);
        Tasks.waiting("harassment");
        var mild = first.work("harassment", Floorwork.MILD);
        Floorwork.takeEffect(mild);
        var banned = chief.reverse(mild, "{\"reasons\":\"%s\",%s}".formatted(REASONS, Floorwork.BAN));
        assertThat(banned.json().path("state").asString()).as(banned.body()).isEqualTo("AWAITING_SECOND");

        JsonNode task = senior.claim("harassment");

        assertThat(task.path("kind").asString()).isEqualTo("SECOND");
        assertThat(task.path("reason").asString()).isEqualTo("for a test");
        String item = task.path("item").path("id").asString();
        for (String path : List.of(
                "/api/v1/tasks/" + task.path("id").asString(),
                "/api/v1/items/" + item,
                "/api/v1/statements-of-reasons/" + Floorwork.decision(mild))) {
            assertThat(senior.floor().get(path).body())
                    .as(path)
                    .doesNotContain(
                            REASONS,
                            chief.person().id().toString(),
                            first.person().id().toString(),
                            Floorwork.decision(banned.json()),
                            Floorwork.decision(mild),
                            "\"outcome\":\"VIOLATION\"");
        }
    }

    /// Claims, reads and looks around, as long as the second look is open, and gives it back.
    private List<String> everything(Worker second) {
        var seen = new ArrayList<String>();
        JsonNode task = second.claim("harassment");
        assertThat(task.path("kind").asString()).isEqualTo("SECOND");
        seen.add(task.toString());
        String item = task.path("item").path("id").asString();
        List.of(
                        "/api/v1/tasks/" + task.path("id").asString(),
                        "/api/v1/items/" + item,
                        "/api/v1/items/" + item + "/whereabouts",
                        "/api/v1/search?q=idiot",
                        "/api/v1/search?q=idiot&outcome=VIOLATION",
                        "/api/v1/appeals",
                        "/api/v1/me/questions",
                        "/api/v1/waves",
                        "/api/v1/golden-items",
                        "/api/v1/strikes/proposals",
                        "/api/v1/strikes?source=test&author=u-9",
                        "/api/v1/audit?limit=200",
                        "/api/v1/audit?subjectKind=task&limit=200",
                        "/api/v1/items?source=test&externalId=" + item,
                        "/api/v1/queues",
                        "/api/v1/decisions",
                        "/api/v1/quality/agreement",
                        "/api/v1/audit?subjectKind=decision&limit=200",
                        "/api/v1/audit?action=decision.recorded&limit=200")
                .forEach(path -> seen.add(second.floor().get(path).body()));
        seen.add(second.floor().post("/api/v1/items/" + item + "/looking", "").body());
        seen.add(second.floor()
                .post("/api/v1/decisions/" + "00000000-0000-7000-8000-000000000000/undo", "")
                .body());
        jdbc.sql(
                        "UPDATE review_task SET state = 'OPEN', claimed_by = NULL, leased_until = NULL WHERE state = 'CLAIMED'")
                .update();
        return seen;
    }

    private void listen(Worker worker, Queue<String> heard) throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(worker.floor().request("/api/v1/events").GET().build(), BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> answer.body().forEach(heard::add));
    }
}
