package dev.docket.backend.watching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.Ids;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.release.Judged;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The model that serves, watched.
@FloorTest
class WatchingTest {
    private static final String SHIPPED = "docket-text-1";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private Registry registry;

    @Autowired
    private Drift drift;

    @Autowired
    private WatchSetting setting;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
        registry.champion();
    }

    /// Tests that come after this one see all scores.
    @AfterEach
    void withholdNothing() {
        jdbc.sql("DELETE FROM watch_setting").update();
        setting.refresh();
    }

    @Test
    void aShiftOfScoresBecomesAProposalAndNothingElse() {
        assertThat(drift.measure()).isFalse();
        for (int i = 0; i < 70; i++) {
            scored(0.02 + i % 20 / 100.0, "some words " + i);
        }
        assertThat(drift.measure()).isTrue();
        assertThat(ml.get("/api/v1/models/drift").json().path("measures")).isEmpty();
        for (int i = 0; i < 70; i++) {
            scored(0.6 + i % 20 / 100.0, "some words " + i);
        }
        drift.measure();

        var view = ml.get("/api/v1/models/drift").json();
        var toxicity = measure(view, "SCORE", "toxicity");
        assertThat(toxicity.path("alert").asBoolean()).isTrue();
        assertThat(toxicity.path("psi").asDouble()).isGreaterThan(0.2);
        assertThat(toxicity.path("ksP").asDouble()).isLessThan(0.01);
        assertThat(measure(view, "INPUT", "language").path("alert").asBoolean()).isFalse();
        var proposal = view.path("proposals").path(0);
        assertThat(proposal.path("reasons").toString()).contains("Scores have changed: toxicity");
        assertThat(proposal.path("said")).hasSameSizeAs(proposal.path("reasons"));
        assertThat(proposal.path("said").findValuesAsString("code")).contains("drift.score");
        assertThat(proposal.path("said").findValuesAsString("label")).contains("toxicity");
        assertThat(registry.champion().version()).isEqualTo(SHIPPED);
        drift.measure();
        assertThat(ml.get("/api/v1/models/drift").json().path("proposals")).hasSize(1);

        var panel = ml.get("/api/v1/insights/drift").json();
        assertThat(panel.path("figures").path(0).path("key").asString()).startsWith("score:toxicity");
        assertThat(panel.path("figures").path(0).path("missed").asBoolean()).isTrue();

        String path = "/api/v1/models/proposals/" + proposal.path("id").asString() + "/settle";
        var settled = ml.post(path, "{}");
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        assertThat(settled.json().path("settledBy").path("displayName").asString())
                .isEqualTo("ml");
        var supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(supervisor.post(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void driftIsMeasuredByAJob() {
        var job = ml.post("/api/v1/models/drift", "{}");
        assertThat(job.status()).as(job.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                ml.get("/api/v1/jobs/" + job.json().path("id").asString())
                                        .json()
                                        .path("state")
                                        .asString())
                        .isEqualTo("DONE"));
    }

    @Test
    void chanceWithholdsScoresFromSomeAndEvidenceSaysSo() {
        assertThat(ml.put("/api/v1/watching", "{\"hiddenScoresShare\":0.7,\"exploredShare\":0}")
                        .status())
                .isEqualTo(422);
        assertThat(ml.put("/api/v1/watching", "{\"hiddenScoresShare\":0.5,\"exploredShare\":0.1}")
                        .status())
                .isEqualTo(200);
        assertThat(ml.get("/api/v1/watching").json().path("hiddenScoresShare").asDouble())
                .isEqualTo(0.5);
        await().until(() -> jdbc.sql("SELECT max(set_at) < clock_timestamp() FROM watch_setting")
                .query(Boolean.class)
                .single());
        var platform = anybody.as(TestCallers.key(Scope.values()));
        for (int i = 0; i < 24; i++) {
            assertThat(platform.post(
                                    "/api/v1/items?wait=true",
                                    "{\"source\":\"forum\",\"externalId\":\"%s\",\"text\":\"you stupid idiot, number %d\"}"
                                            .formatted(UUID.randomUUID(), i))
                            .status())
                    .isEqualTo(200);
        }
        var moderator = anybody.as(TestCallers.person("mo", Role.MODERATOR).token());
        var hidden = new ArrayList<String>();
        int seen = 0;
        for (JsonNode task : claimed(moderator)) {
            boolean withheld = task.path("evidence").path("scoresHidden").asBoolean();
            assertThat(task.path("evidence").path("scores").isEmpty()).isEqualTo(withheld);
            if (withheld) {
                assertThat(task.path("evidence").path("explanation")).isEmpty();
                assertThat(task.path("reason").asString()).isEqualTo("It was sent for review.");
                assertThat(task.path("reasonSaid").findValuesAsString("code")).containsExactly("reason.withheld");
                var again = moderator.get("/api/v1/tasks/" + task.path("id").asString());
                assertThat(again.json().path("evidence").path("scoresHidden").asBoolean())
                        .isTrue();
            } else {
                seen++;
            }
            String decision = decide(moderator, task);
            if (withheld) {
                hidden.add(decision);
            }
        }
        assertThat(hidden).isNotEmpty();
        assertThat(seen).isPositive();
        assertThat(jdbc.sql("SELECT decision_id::text FROM label_evidence WHERE NOT scores_visible AND scores <> '{}'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(hidden);
    }

    @Test
    void errorsAreToldByLanguageAndByWhomTextsSpeakOf() {
        for (int i = 0; i < 40; i++) {
            UUID item = Judged.item(i % 4 != 0, SHIPPED, 0.95);
            if (i < 24) {
                jdbc.sql("UPDATE item SET text = 'what women said' WHERE id = :id")
                        .param("id", item)
                        .update();
            }
        }
        var figures = ml.get("/api/v1/insights/fairness?days=1").json().path("figures");
        assertThat(figure(figures, "all").path("of").asInt()).isEqualTo(40);
        assertThat(figure(figures, "all").path("value").asDouble()).isEqualTo(0.25);
        assertThat(figure(figures, "term:women").path("of").asInt()).isEqualTo(24);
        assertThat(figure(figures, "language:en").path("low").asDouble()).isBetween(0.1, 0.25);
        for (var panel : List.of("degradation", "anchoring", "exploration", "fairness-appeals")) {
            assertThat(ml.get("/api/v1/insights/" + panel).status()).isEqualTo(200);
        }
    }

    private static List<JsonNode> claimed(FloorClient moderator) {
        var tasks = new ArrayList<JsonNode>();
        for (int i = 0; i < 2; i++) {
            moderator
                    .post("/api/v1/claims", "{\"count\":10}")
                    .json()
                    .path("tasks")
                    .forEach(tasks::add);
        }
        return tasks;
    }

    private static String decide(FloorClient moderator, JsonNode task) {
        var answer = moderator.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                "{\"lease\":%d,\"outcome\":\"VIOLATION\",\"violations\":[{\"policy\":\"harassment\",\"severity\":1}],\"actions\":[{\"type\":\"REMOVE\"}]}"
                        .formatted(task.path("lease").path("number").asLong()),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("decisionId").asString();
    }

    private void scored(double toxicity, String text) {
        UUID item = Ids.next();
        jdbc.sql("""
                        INSERT INTO item (id, source, external_id, state, content_sha256, text, language, submitted_at)
                        VALUES (:item, 'forum', 'p-' || :item, 'CLASSIFIED', '\\x00', :text, 'en', clock_timestamp())
                        """).param("item", item).param("text", text).update();
        jdbc.sql("""
                        INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, model_versions, route, route_reason,
                                                score_values)
                        VALUES (:item, :item, clock_timestamp(), false, '[]', '{"toxicity":"docket-text-1"}', 'ALLOW', '',
                                ARRAY[:toxicity]::float8[])
                        """).param("item", item).param("toxicity", toxicity).update();
    }

    private static JsonNode measure(JsonNode view, String kind, String about) {
        for (var measure : view.path("measures")) {
            if (measure.path("kind").asString().equals(kind)
                    && measure.path("about").asString().equals(about)
                    && measure.path("language").isNull()) {
                return measure;
            }
        }
        throw new AssertionError("no measure " + kind + " " + about + " in " + view);
    }

    private static JsonNode figure(JsonNode figures, String key) {
        for (var figure : figures) {
            if (figure.path("key").asString().equals(key)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + key + " in " + figures);
    }
}
