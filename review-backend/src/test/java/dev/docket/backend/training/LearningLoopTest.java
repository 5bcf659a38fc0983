package dev.docket.backend.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Packages;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole loop over HTTP: texts come in, moderators decide them, their decisions become a label
/// set, a model trained on it beats the champion on texts it has not seen, scores live items beside
/// it, gets the word of two people, takes over step by step, and is taken back.
@FloorTest
class LearningLoopTest {
    private static final int TAUGHT = Slang.isReal() ? 2_000 : 600;
    private static final int WATCHED = 300;
    private static final int BATCH = 500;
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Registry registry;

    @Autowired
    private Following following;

    @Autowired
    private ModelSettings settings;

    private FloorClient engineer;
    private FloorClient supervisor;
    private List<FloorClient> moderators;
    private final Map<String, Boolean> profane = new HashMap<>();
    private int calls;

    /// For docs/measurements.md; none of the texts.
    private final List<String> figures = new ArrayList<>();

    @BeforeEach
    void signIn() {
        registry.champion();
        following.follow();
        engineer = floor.as(TestCallers.person("ml", Role.ML).token());
        supervisor = floor.as(TestCallers.person("super", Role.SUPERVISOR).token());
        moderators = List.of("ann", "ben", "cem", "dia").stream()
                .map(name -> floor.as(TestCallers.person(name, Role.MODERATOR).token()))
                .toList();
    }

    @AfterEach
    void sweep() {
        Packages.sweep(settings.home());
    }

    @Test
    void decisionsMakeABetterModelThatIsPromotedAndTakenBack() throws IOException {
        var texts = Slang.draw(TAUGHT + WATCHED);
        submit(texts.subList(0, TAUGHT));
        decideAll();
        String set = labelSet();
        String champion = champion();
        String candidate = train(set);
        beatsTheChampion(candidate);

        refuses(engineer.post(model(candidate, "promote"), "{}"), "promotion-blocked");
        done(engineer.post(model(candidate, "shadow"), ""));
        submit(texts.subList(TAUGHT, texts.size()));
        decideAll();
        agreesWithPeople(candidate);
        done(engineer.post(model(candidate, "approve"), ""));
        done(engineer.post(model(candidate, "approve"), ""));
        refuses(engineer.post(model(candidate, "promote"), "{}"), "promotion-blocked");
        done(supervisor.post(model(candidate, "approve"), ""));

        for (double share : new double[] {0.1, 0.5, 1}) {
            done(engineer.post(model(candidate, "promote"), "{\"share\":" + share + "}"));
        }
        assertThat(champion()).isEqualTo(candidate);
        await().atMost(Duration.ofSeconds(10)).until(() -> serving().equals(candidate));

        long start = System.nanoTime();
        done(engineer.post(model(candidate, "rollback"), "{\"reason\":\"for a test\"}"));
        await().atMost(Duration.ofSeconds(10)).until(() -> serving().equals(champion));
        var took = Duration.ofNanos(System.nanoTime() - start);
        figures.add("rolled back in " + took);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(champion()).isEqualTo(champion);
        Files.write(Path.of("target", "learning-figures.txt"), figures);
    }

    private void submit(List<Slang> texts) {
        for (int from = 0; from < texts.size(); from += BATCH) {
            submitBatch(texts.subList(from, Math.min(texts.size(), from + BATCH)));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> count("SELECT count(*) FROM classification_job") == 0);
    }

    /// Each is reported as profanity, so that a person looks at it whatever the model thinks.
    private void submitBatch(List<Slang> texts) {
        var lines = texts.stream()
                .map(text -> JSON.writeValueAsString(Map.of(
                        "source",
                        "forum",
                        "externalId",
                        "p-" + calls++,
                        "text",
                        text.text(),
                        "language",
                        Slang.isReal() ? "pt" : "en",
                        "author",
                        Map.of("externalId", "u-" + calls))))
                .collect(Collectors.joining("\n"));
        var platform = floor.as(TestCallers.key(Scope.ITEMS_WRITE, Scope.ITEMS_READ, Scope.REPORTS_WRITE));
        var answer = platform.send(platform.request("/api/v1/items/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        var ids = answer.body()
                .lines()
                .map(line -> JSON.readTree(line).path("id").asString())
                .toList();
        assertThat(ids.size()).isEqualTo(texts.size());
        for (int i = 0; i < ids.size(); i++) {
            profane.put(ids.get(i), texts.get(i).profane());
            var report = platform.post(
                    "/api/v1/items/" + ids.get(i) + "/reports", "{\"reporter\":\"reader\",\"policy\":\"profanity\"}");
            assertThat(report.status()).as(report.body()).isEqualTo(201);
        }
    }

    /// Whoever has a task decides it as the judges of the text did.
    private void decideAll() {
        for (int round = 0; count("SELECT count(*) FROM review_task WHERE state = 'OPEN'") > 0; round++) {
            var desk = moderators.get(round % moderators.size());
            var tasks = desk.post("/api/v1/claims", "{\"count\":10}").json().path("tasks");
            assertThat(tasks).isNotEmpty();
            tasks.forEach(task -> decide(desk, task));
        }
        jdbc.sql("UPDATE decision SET undo_until = clock_timestamp() WHERE state = 'HELD'")
                .update();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> count("SELECT count(*) FROM decision WHERE state = 'HELD'") == 0);
    }

    private void decide(FloorClient desk, JsonNode task) {
        var found = profane.getOrDefault(task.path("item").path("id").asString(), false)
                ? ",\"outcome\":\"VIOLATION\",\"violations\":[{\"policy\":\"profanity\",\"severity\":1}]}"
                : ",\"outcome\":\"APPROVE\"}";
        var answer = desk.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                "{\"lease\":" + task.path("lease").path("number").asLong() + found,
                "Idempotency-Key",
                "loop-" + calls++);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String labelSet() {
        var made = done(engineer.post("/api/v1/label-sets", """
                {"name":"slang","policies":["profanity"],"splits":{"train":0.6,"validation":0.2,"test":0.2},"seed":3}"""));
        String path = "/api/v1/label-sets/" + made.path("version").asString();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> engineer.get(path).json().path("state").asString().equals("READY"));
        var gates = engineer.get(path + "/gates").json();
        assertThat(gates.path("state").asString()).as(gates.toPrettyString()).isEqualTo("PASSED");
        return made.path("version").asString();
    }

    private String train(String set) {
        var job = done(engineer.post("/api/v1/models/train", """
                {"labelSet":"%s","name":"slang","seed":5}""".formatted(set)));
        String path = "/api/v1/jobs/" + job.path("id").asString();
        await().atMost(Duration.ofMinutes(4))
                .until(() -> List.of("DONE", "FAILED", "CANCELLED")
                        .contains(engineer.get(path).json().path("state").asString()));
        var ended = engineer.get(path).json();
        assertThat(ended.path("state").asString()).as(ended.toPrettyString()).isEqualTo("DONE");
        return ended.path("result").path("modelVersion").asString();
    }

    private void beatsTheChampion(String candidate) {
        var evaluation = engineer.get(model(candidate, "evaluation")).json();
        figures.add("test " + overall(evaluation.path("slices")));
        figures.add("against the champion " + overall(evaluation.path("versusChampion")));
        var difference = overall(evaluation.path("versusChampion")).path("rocAuc");
        assertThat(evaluation.path("split").asString()).isEqualTo("test");
        assertThat(difference.path("low").asDouble(-1))
                .as(evaluation.path("versusChampion").toPrettyString())
                .isPositive();
    }

    /// Of profanity in all languages and from all sources.
    private static JsonNode overall(JsonNode slices) {
        return slices.valueStream()
                .filter(slice -> slice.path("label").asString().equals("profanity")
                        && slice.path("language").isNull()
                        && slice.path("source").isNull())
                .findFirst()
                .orElseThrow();
    }

    private void agreesWithPeople(String candidate) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> shadow(candidate).path("decisions").asInt() == WATCHED);
        var profanity = shadow(candidate)
                .path("labels")
                .valueStream()
                .filter(label -> label.path("label").asString().equals("profanity")
                        && label.path("language").isNull())
                .findFirst()
                .orElseThrow();
        figures.add("in shadow " + profanity);
        assertThat(profanity.path("difference").path("low").asDouble(-1))
                .as(profanity.toPrettyString())
                .isPositive();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(failedGates(candidate)).isEmpty());
    }

    private JsonNode shadow(String candidate) {
        return engineer.get(model(candidate, "shadow")).json();
    }

    private List<String> failedGates(String candidate) {
        return engineer.get(model(candidate, "gates"))
                .json()
                .path("gates")
                .valueStream()
                .filter(gate -> !gate.path("passed").asBoolean())
                .map(JsonNode::toString)
                .toList();
    }

    private String champion() {
        return engineer.get("/api/v1/models")
                .json()
                .path("items")
                .valueStream()
                .filter(model -> model.path("state").asString().equals("CHAMPION")
                        && model.path("kind").asString().equals("heads"))
                .map(model -> model.path("version").asString())
                .findFirst()
                .orElseThrow();
    }

    /// What scores a text that is sent now.
    private String serving() {
        var platform = floor.as(TestCallers.key(Scope.CLASSIFY));
        var answer = platform.post("/api/v1/classify", "{\"items\":[{\"text\":\"good morning\"}]}");
        return answer.json()
                .path("results")
                .path(0)
                .path("modelVersions")
                .path("profanity")
                .asString();
    }

    private static String model(String version, String step) {
        return "/api/v1/models/" + version + "/" + step;
    }

    private static JsonNode done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer.body().isEmpty() ? JSON.createObjectNode() : answer.json();
    }

    private static void refuses(Answer answer, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.slug()).isEqualTo(slug);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
