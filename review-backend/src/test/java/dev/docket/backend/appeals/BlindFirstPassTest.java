package dev.docket.backend.appeals;

import static dev.docket.backend.appeals.Floorwork.effective;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.dto.people.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// With the blind first pass on, whoever may yet judge an appeal finds nothing of the decision anywhere: neither before
/// they claim it nor while they hold it, as a senior or as a supervisor. Once they wrote down their own finding they
/// see it.
@FloorTest
class BlindFirstPassTest {
    private static final String NOTE = "a note that nobody else may read";
    private static final String REASONS = "reasons that nobody else may read";

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    private Floorwork work;
    private SignedIn sue;
    private String decision;
    private String appeal;
    private JsonNode task;

    @BeforeEach
    void anAppealAgainstARemoval() {
        work = new Floorwork(floor, "primrose", "sen");
        sue = TestCallers.person("sue", Role.SUPERVISOR);
        var look = work.firstTask();
        decision = effective(work.decide(work.ann, look, """
                "outcome":"VIOLATION","violations":[{"policy":"hate","severity":3}],"actions":[{"type":"RESTRICT"}],
                "note":"%s","reasons":"%s\"""".formatted(NOTE, REASONS)));
        appeal = work.appeal("u-9", "AUTHOR");
        jdbc.sql("UPDATE appeal SET blind = true").update();
    }

    @Test
    void nothingOfTheDecisionReachesWhoMayJudgeIt() {
        for (var person : List.of(work.sen, sue)) {
            everything(person).forEach((path, seen) -> assertUntold(person.username() + " before: " + path, seen));
            task = work.claim(person, "appeals").path(0);
            assertUntold("the task", task.toString());
            assertUntold(
                    "the dossier",
                    work.as(person)
                            .get("/api/v1/appeals/" + appeal + "/dossier")
                            .body());
            everything(person).forEach((path, seen) -> assertUntold(person.username() + " holding: " + path, seen));
            jdbc.sql(
                            "UPDATE review_task SET state = 'OPEN', claimed_by = NULL, leased_until = NULL WHERE kind = 'APPEAL'")
                    .update();
        }
    }

    @Test
    void theirOwnFindingLiftsTheVeil() {
        task = work.claim(work.sen, "appeals").path(0);
        work.as(work.sen).post("/api/v1/appeals/" + appeal + "/reveal", "{\"outcome\":\"APPROVE\"}");

        var item = work.as(work.sen).get("/api/v1/items/" + work.item).json();

        assertThat(item.path("effectiveDecision").path("id").asString()).isEqualTo(decision);
        assertThat(board(work.sen).path("policies").path(0).asString()).isEqualTo("hate");
        assertThat(work.as(sue).get("/api/v1/items/" + work.item).body())
                .as("it is still veiled from the others")
                .doesNotContain(decision);
    }

    @Test
    void whoTookPartAndProgramsSeeItAsEver() {
        floor.make(work.ann.id(), Role.SUPERVISOR);

        assertThat(work.as(work.ann).get("/api/v1/items/" + work.item).body()).contains(decision);
        assertThat(work.platform.get("/api/v1/items/" + work.item).body()).contains(decision);
        assertThat(work.platform.get("/api/v1/decisions").body()).contains(decision);
        assertThat(work.view(appeal).path("decisionId").asString()).isEqualTo(decision);
    }

    /// Every list and view that tells of decisions and that a senior or a supervisor may ask for.
    private Map<String, String> everything(SignedIn person) {
        var seen = new LinkedHashMap<String, String>();
        String item = work.item.toString();
        for (String path : List.of(
                "/api/v1/items/" + item,
                "/api/v1/items?source=forum&externalId=p-" + item,
                "/api/v1/items/" + item + "/whereabouts",
                "/api/v1/search?q=idiot",
                "/api/v1/search?author=u-9",
                "/api/v1/search?q=idiot&outcome=VIOLATION",
                "/api/v1/search?q=idiot&policy=hate",
                "/api/v1/appeals",
                "/api/v1/appeals/" + appeal,
                "/api/v1/decisions",
                "/api/v1/statements-of-reasons/" + decision,
                "/api/v1/strikes?source=forum&author=u-9",
                "/api/v1/golden-items",
                "/api/v1/quality/moderators/" + work.ann.id(),
                "/api/v1/waves",
                "/api/v1/me/questions",
                "/api/v1/floor",
                "/api/v1/audit?subjectKind=decision&limit=200",
                "/api/v1/audit?subjectKind=task&limit=200",
                "/api/v1/audit?action=decision.recorded&limit=200")) {
            seen.put(path, work.as(person).get(path).body().replace(requested(path), ""));
        }
        seen.put(
                "/looking",
                work.as(person).post("/api/v1/items/" + item + "/looking", "").body());
        return seen;
    }

    /// What a caller put into the path says nothing when it comes back.
    private String requested(String path) {
        return path.contains(decision) ? decision : "\u0000";
    }

    private void assertUntold(String where, String seen) {
        assertThat(seen)
                .as(where)
                .doesNotContain(
                        NOTE,
                        REASONS,
                        decision,
                        "\"type\":\"RESTRICT\"",
                        "\"severity\":3",
                        "\"outcome\":\"VIOLATION\"",
                        "\"points\":1");
    }

    private JsonNode board(SignedIn person) {
        return work.as(person).get("/api/v1/appeals").json().path("appeals").path(0);
    }
}
