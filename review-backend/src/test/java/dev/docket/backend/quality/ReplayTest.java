package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// HateXplain's three annotators as three moderators: their texts come in as items, a calibration
/// puts each before all three, each claims and decides as the annotator did, and the agreement that
/// the floor then reports is that of the file, computed here from its rows by textbook formulas
/// that share no code with the floor's.
@FloorTest
class ReplayTest {
    private static final int ITEMS = 480;
    private static final long SEED = 20_211_103;
    private static final Map<String, String> POLICY_OF = Map.of("hatespeech", "hate", "offensive", "harassment");
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    /// File's id to what annotators 1, 2 and 3 said.
    private final Map<String, List<String>> sample = new LinkedHashMap<>();

    @BeforeEach
    void draw() {
        assumeThat(Annotators.folder())
                .as("folder with the annotators' files, named by docket.annotators")
                .isPresent();
        var all = new LinkedHashMap<String, List<String>>();
        Annotators.annotations("hatexplain", "class3")
                .forEach(one -> all.computeIfAbsent(one.item(), item -> new ArrayList<>())
                        .add(one.label()));
        var ids = new ArrayList<>(all.keySet());
        Collections.shuffle(ids, new Random(SEED));
        ids.stream().limit(ITEMS).forEach(id -> sample.put(id, all.getOrDefault(id, List.of())));
    }

    @Test
    void theFloorsAgreementIsThatOfTheFile() throws IOException {
        var itemOf = submit();
        var people = List.of(
                TestCallers.person("one", Role.MODERATOR),
                TestCallers.person("two", Role.MODERATOR),
                TestCallers.person("three", Role.MODERATOR));
        var supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        var made = supervisor.post(
                "/api/v1/quality/calibrations",
                JSON.writeValueAsString(Map.of(
                        "name", "replay", "itemIds", itemOf.values(), "people", List.of("one", "two", "three"))));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        for (int annotator = 0; annotator < 3; annotator++) {
            decideAs(annotator, floor.as(people.get(annotator).token()), itemOf);
        }

        var report = supervisor.get("/api/v1/quality/agreement").json();
        var calibration = supervisor
                .get("/api/v1/quality/calibrations/" + made.json().path("id").asString())
                .json();

        assertThat(jdbc.sql("SELECT count(*) FROM decision")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(calibration
                        .path("people")
                        .valueStream()
                        .map(one -> one.path("answered").asInt()))
                .containsOnly(ITEMS)
                .hasSize(3);
        assertThat(calibration.path("agreement").path("alpha")).isEqualTo(report.path("alpha"));
        assertThat(report.path("items").asInt()).isEqualTo(ITEMS);
        assertThat(report.path("votes").asInt()).isEqualTo(3 * ITEMS);
        var byHand = List.copyOf(sample.values());
        agrees(report.path("alpha").path("value"), Textbook.alpha(byHand));
        agrees(report.path("rawAgreement"), Textbook.raw(byHand));
        pairsAgree(
                report,
                byHand,
                Map.of(
                        people.get(0).id().toString(),
                        0,
                        people.get(1).id().toString(),
                        1,
                        people.get(2).id().toString(),
                        2));
        for (String label : POLICY_OF.keySet()) {
            String policy = POLICY_OF.get(label);
            var binary = byHand.stream()
                    .map(said -> said.stream()
                            .map(one -> Boolean.toString(one.equals(label)))
                            .toList())
                    .toList();
            var of =
                    supervisor.get("/api/v1/quality/agreement?policy=" + policy).json();
            agrees(of.path("alpha").path("value"), Textbook.alpha(binary));
            pairsAgree(
                    of,
                    binary,
                    Map.of(
                            people.get(0).id().toString(),
                            0,
                            people.get(1).id().toString(),
                            1,
                            people.get(2).id().toString(),
                            2));
        }
        note(report);
    }

    private static void pairsAgree(JsonNode report, List<List<String>> said, Map<String, Integer> annotators) {
        assertThat(report.path("pairs")).hasSize(3);
        for (var pair : report.path("pairs")) {
            int first = annotators.getOrDefault(pair.path("first").path("id").asString(), -1);
            int second = annotators.getOrDefault(pair.path("second").path("id").asString(), -1);
            agrees(pair.path("kappa").path("value"), Textbook.kappa(said, first, second));
        }
    }

    private static void agrees(JsonNode reported, double computed) {
        assertThat(reported.asDouble()).isCloseTo(computed, within(1e-9));
    }

    /// The figures, for docs/measurements.md; none of the texts.
    private static void note(JsonNode report) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("items %d votes %d raw %.4f alpha %s"
                .formatted(
                        report.path("items").asInt(),
                        report.path("votes").asInt(),
                        report.path("rawAgreement").asDouble(),
                        report.path("alpha")));
        report.path("policies").forEach(policy -> lines.add(policy.toString()));
        report.path("pairs").forEach(pair -> lines.add(pair.path("kappa").toString()));
        Files.write(Path.of("target", "replay-figures.txt"), lines);
    }

    /// @return the file's id to the floor's
    private Map<String, String> submit() {
        var texts = Annotators.texts("hatexplain");
        var lines = new StringBuilder();
        for (String id : sample.keySet()) {
            lines.append(JSON.writeValueAsString(Map.of(
                            "source",
                            "replay",
                            "externalId",
                            id,
                            "language",
                            "en",
                            "text",
                            texts.getOrDefault(id, "-"))))
                    .append('\n');
        }
        var platform = floor.as(TestCallers.key(Scope.ITEMS_WRITE, Scope.ITEMS_READ));
        var answer = platform.send(platform.request("/api/v1/items/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.toString())));
        assertThat(answer.status()).isEqualTo(200);
        var itemOf = new LinkedHashMap<String, String>();
        var ids = sample.keySet().iterator();
        answer.body()
                .lines()
                .map(JSON::readTree)
                .forEach(line -> itemOf.put(ids.next(), line.path("id").asString()));
        return itemOf;
    }

    private void decideAs(int annotator, FloorClient desk, Map<String, String> itemOf) {
        var said = new HashMap<String, String>();
        itemOf.forEach(
                (id, item) -> said.put(item, sample.getOrDefault(id, List.of()).get(annotator)));
        // What the model sent to review waits in the same queues; the annotators never saw it.
        jdbc.sql("UPDATE review_task SET state = 'CANCELLED' WHERE purpose = 'LIVE' AND state = 'OPEN'")
                .update();
        int decided = 0;
        while (decided < ITEMS) {
            var tasks = desk.post("/api/v1/claims", "{\"count\":10}").json().path("tasks");
            assertThat(tasks).isNotEmpty();
            for (var task : tasks) {
                String label = said.getOrDefault(task.path("item").path("id").asString(), "");
                var answer = desk.post(
                        "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                        decision(task.path("lease").path("number").asLong(), label),
                        "Idempotency-Key",
                        "replay-" + annotator + "-" + decided++);
                assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            }
        }
    }

    private static String decision(long lease, String label) {
        String policy = POLICY_OF.get(label);
        return policy == null
                ? String.format(Locale.ROOT, "{\"lease\":%d,\"outcome\":\"APPROVE\"}", lease)
                : String.format(
                        Locale.ROOT,
                        "{\"lease\":%d,\"outcome\":\"VIOLATION\",\"violations\":[{\"policy\":\"%s\",\"severity\":2}]}",
                        lease,
                        policy);
    }

    /// The definitions, as plainly as they can be written.
    private static final class Textbook {
        private Textbook() {}

        /// Krippendorff: pairs within items against pairs among all votes.
        static double alpha(List<List<String>> said) {
            double within = 0;
            var all = new ArrayList<String>();
            for (var item : said) {
                double disagreeing = 0;
                for (int i = 0; i < item.size(); i++) {
                    for (int j = 0; j < item.size(); j++) {
                        disagreeing += i != j && !item.get(i).equals(item.get(j)) ? 1 : 0;
                    }
                }
                within += disagreeing / (item.size() - 1);
                all.addAll(item);
            }
            double among = 0;
            for (String one : all) {
                for (String other : all) {
                    among += one.equals(other) ? 0 : 1;
                }
            }
            return 1 - (within / all.size()) / (among / (all.size() * (all.size() - 1.0)));
        }

        static double raw(List<List<String>> said) {
            double agreeing = 0;
            double pairs = 0;
            for (var item : said) {
                for (int i = 0; i < item.size(); i++) {
                    for (int j = i + 1; j < item.size(); j++) {
                        pairs++;
                        agreeing += item.get(i).equals(item.get(j)) ? 1 : 0;
                    }
                }
            }
            return agreeing / pairs;
        }

        static double kappa(List<List<String>> said, int first, int second) {
            double observed = 0;
            var one = new HashMap<String, Integer>();
            var other = new HashMap<String, Integer>();
            for (var item : said) {
                observed += item.get(first).equals(item.get(second)) ? 1.0 / said.size() : 0;
                one.merge(item.get(first), 1, Integer::sum);
                other.merge(item.get(second), 1, Integer::sum);
            }
            double expected = 0;
            for (var label : one.entrySet()) {
                expected +=
                        label.getValue() * other.getOrDefault(label.getKey(), 0) / ((double) said.size() * said.size());
            }
            return (observed - expected) / (1 - expected);
        }
    }
}
