package dev.docket.backend.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.policy.LabelSchema;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Lives;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.model.ModelFault;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@FloorTest
class TrainingTest {
    private static final String OVERRIDE = "\"overrideGates\":true,\"reason\":\"a small set, for a test\"";

    @Autowired
    private FloorClient floor;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Items items;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Registry registry;

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Lives lives;

    @Autowired
    private Following following;

    private FloorClient ml;

    @BeforeEach
    void signIn() {
        ml = floor.as(TestCallers.person("ml", Role.ML).token());
    }

    @Test
    void aLabelSetBecomesACandidateThatBeatsTheChampionOnWhatNeitherHasSeen() throws InterruptedException, ModelFault {
        String set = labelSet(420);

        var asked = ml.post(
                "/api/v1/models/train",
                "{\"labelSet\":\"%s\",\"name\":\"Vouchers\",\"seed\":3,%s}".formatted(set, OVERRIDE));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.json().path("kind").asString()).isEqualTo("training");
        var job = ended(asked.json().path("id").asString());

        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        String version = job.path("result").path("modelVersion").asString();
        assertThat(registry.byVersion(version).parent()).isEqualTo("docket-text-1");
        assertThat(ml.get("/api/v1/models/" + version).json().path("name").asString())
                .isEqualTo("Vouchers");
        theRunIsOnRecord(version, set);
        theEvaluationIsAsTheContractSays(version, set);
        disagreementsOpenForWhoMaySeeContent(version);
        sameRowsAndSeedGiveTheSameWeights(version, set);
    }

    private void theRunIsOnRecord(String version, String set) {
        var run = ml.get("/api/v1/models/" + version + "/run").json();

        assertThat(run.path("labelSet").asString()).isEqualTo(set);
        assertThat(run.path("labelSetSha256").asString()).hasSize(64);
        assertThat(run.path("dataSha256").asString()).hasSize(64);
        assertThat(run.path("codeVersion").asString()).isNotBlank();
        assertThat(run.path("seed").asLong()).isEqualTo(3);
        assertThat(run.path("replayShare").asDouble()).isEqualTo(0.5);
        assertThat(run.path("overrideReason").asString()).isEqualTo("a small set, for a test");
        assertThat(run.path("labels").path(0).path("label").asString()).isEqualTo("spam");
        assertThat(run.path("guards").findValuesAsString("guard"))
                .contains("propensity-clip", "golden-disagreement", "moderator-cap", "outlier");
    }

    private void theEvaluationIsAsTheContractSays(String version, String set) {
        var evaluation = ml.get("/api/v1/models/" + version + "/evaluation").json();

        assertThat(evaluation.path("modelVersion").asString()).isEqualTo(version);
        assertThat(evaluation.path("labelSet").asString()).isEqualTo(set);
        assertThat(evaluation.path("split").asString()).isEqualTo("test");
        var spam = slice(evaluation.path("slices"));
        assertThat(spam.path("n").asLong()).isPositive();
        assertThat(spam.path("rocAuc").path("value").asDouble()).isGreaterThan(0.95);
        assertThat(spam.path("rocAuc").path("low").asDouble())
                .isLessThanOrEqualTo(spam.path("rocAuc").path("value").asDouble());
        assertThat(spam.path("confusion").path(1).size()).isEqualTo(2);
        assertThat(spam.path("threshold").asDouble()).isBetween(0.0, 1.0);
        var difference = slice(evaluation.path("versusChampion")).path("prAuc");
        assertThat(difference.path("low").asDouble())
                .as("better than the champion")
                .isPositive();
        assertThat(evaluation.path("curves").path(0).path("reliability").size()).isPositive();
        assertThat(evaluation.path("identitySwap").path(0).path("terms").size()).isEqualTo(IdentityTerms.ALL.size());
        assertThat(evaluation.path("evasion").findValuesAsString("disguise"))
                .contains("leetspeak", "spacing", "homoglyphs");
        assertThat(evaluations.rows(version)).isNotEmpty().allMatch(row -> row.champion() != null);
    }

    private static JsonNode slice(JsonNode slices) {
        for (var slice : slices) {
            if (slice.path("label").asString().equals("spam")
                    && slice.path("language").isNull()
                    && slice.path("source").isNull()) {
                return slice;
            }
        }
        throw new AssertionError("no slice of spam: " + slices);
    }

    private void disagreementsOpenForWhoMaySeeContent(String version) {
        String path = "/api/v1/models/" + version + "/evaluation/disagreements?with=champion&label=spam&limit=2";
        var admin = floor.as(TestCallers.person("ada", Role.ADMIN).token());

        var seen = ml.get(path).json();
        assertThat(seen.path("items").size()).isEqualTo(2);
        assertThat(seen.path("items").path(0).path("text").asString()).isNotBlank();
        assertThat(seen.path("items").path(0).path("difference").asDouble())
                .isGreaterThanOrEqualTo(
                        seen.path("items").path(1).path("difference").asDouble());
        assertThat(ml.get(path + "&after=" + seen.path("next").asString())
                        .json()
                        .path("items")
                        .path(0)
                        .path("itemId"))
                .isNotEqualTo(seen.path("items").path(0).path("itemId"));
        assertThat(admin.get(path).json().path("items").path(0).path("text").isNull())
                .isTrue();
    }

    private void sameRowsAndSeedGiveTheSameWeights(String version, String set) throws InterruptedException, ModelFault {
        var again = ended(ml.post(
                        "/api/v1/models/train",
                        "{\"labelSet\":\"%s\",\"name\":\"Vouchers again\",\"seed\":3,%s}".formatted(set, OVERRIDE))
                .json()
                .path("id")
                .asString());
        String twin = again.path("result").path("modelVersion").asString();

        for (String file : new String[] {"vector.bin", "lexicon.bin", "replay.bin"}) {
            assertThat(registry.source(twin).orElseThrow().read(file))
                    .as(file)
                    .isEqualTo(registry.source(version).orElseThrow().read(file));
        }
    }

    @Test
    void aLabelThatTheChampionLacksIsTaughtComparedWithTheBaseRateAndNamedOnceItServes() throws InterruptedException {
        String label = "circle_" + UUID.randomUUID().toString().substring(0, 8);
        String set = importedSet(label);
        String train = "{\"labelSet\":\"%s\",\"name\":\"Circle\",\"labels\":[\"%s\"],%s}";
        assertThat(ml.post("/api/v1/models/train", train.formatted(set, "somewhere_else", OVERRIDE))
                        .body())
                .contains("another that the label set has");

        var job = ended(ml.post("/api/v1/models/train", train.formatted(set, label, OVERRIDE))
                .json()
                .path("id")
                .asString());

        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        String version = job.path("result").path("modelVersion").asString();
        var labels = registry.byVersion(version).labels();
        assertThat(labels).hasSize(9).endsWith(label);
        var compared = ml.get("/api/v1/models/" + version + "/evaluation")
                .json()
                .path("versusChampion")
                .path(0);
        assertThat(compared.path("label").asString()).isEqualTo(label);
        assertThat(compared.path("baseRate").asBoolean()).isTrue();
        assertThat(compared.path("prAuc").path("low").asDouble()).isPositive();
        var gate = gate(version, "evaluation");
        assertThat(gate.path("passed").asBoolean()).as(gate.toString()).isTrue();
        assertThat(gate.path("detail").asString()).contains("has not got this label", "base rate");
        aPolicyNamesItOnceItServes(version, label);
    }

    private void aPolicyNamesItOnceItServes(String version, String label) {
        var lead = floor.as(TestCallers.person("lea", Role.POLICY).token());
        String policy = """
                {"key":"%1$s","policy":{"title":"Canvassing","text":"No canvassing.",
                 "labels":[{"label":"%1$s","review":0.6,"primary":true}],"defaultSeverity":2,
                 "allowedActions":["WARN"],"defaultAction":"WARN"}}""".formatted(label);
        var early = lead.post("/api/v1/policies", policy);
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains("no model that has learned it serves everybody yet");
        assertThat(schema(label).path("released").asBoolean()).isFalse();

        var test = new Actor.Automation("test");
        lives.shadow(version, test);
        lives.canary(version, 0.5, test);
        lives.crown(version, test);
        following.follow();
        assertThat(schema(label).path("released").asBoolean()).isTrue();
        assertThat(lead.post("/api/v1/policies", policy).status()).isEqualTo(201);

        var item = floor.as(TestCallers.key(Scope.values()))
                .post("/api/v1/items?wait=true", """
                        {"source":"forum","externalId":"%s","text":"keepers of the otter carry the lamp to the old museum of the river","language":"en"}""".formatted(label))
                .json();
        assertThat(item.path("route").asString()).as(item.toString()).isEqualTo("REVIEW");
        assertThat(item.path("evidence").path("scores").path(0).path("label").asString())
                .isEqualTo(label);
        assertThat(jdbc.sql("SELECT score_values[:place] FROM assessment WHERE item_id = :item")
                        .param("place", LabelSchema.labels().indexOf(label) + 1)
                        .param("item", UUID.fromString(item.path("id").asString()))
                        .query(Double.class)
                        .single())
                .isGreaterThan(0.6);
        lives.takeBack(version, "end of the test", test);
        following.follow();
    }

    private JsonNode schema(String label) {
        for (var one : ml.get("/api/v1/label-schema").json()) {
            if (one.path("label").asString().equals(label)) {
                return one;
            }
        }
        throw new AssertionError("not in the schema: " + label);
    }

    private JsonNode gate(String version, String key) {
        for (var gate : ml.get("/api/v1/models/" + version + "/gates").json().path("gates")) {
            if (gate.path("key").asString().equals(key)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + key);
    }

    private String importedSet(String label) {
        String id = ml.post("/api/v1/label-imports", "{\"name\":\"circle\",\"licence\":\"CC0\",\"weight\":1}")
                .json()
                .path("id")
                .asString();
        var sent = ml.send(ml.request("/api/v1/label-imports/" + id + "/rows", "Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(SettledTexts.rows(label, 420, 5))));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        var made = ml.post(
                "/api/v1/label-sets",
                "{\"name\":\"circle\",\"groupBy\":[\"author\"],\"seed\":2,\"imports\":[\"%s\"]}".formatted(id));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("version").asString();
    }

    /// To the database a floor that was killed is one whose lease ran out and whose job another has.
    @Test
    void aTrainingWhoseFloorDiesIsTakenUpAgainAndMakesItsModelOnce() throws InterruptedException {
        String set = labelSet(300);
        String job = ml.post("/api/v1/models/train", "{\"labelSet\":\"%s\",\"name\":\"x\",%s}".formatted(set, OVERRIDE))
                .json()
                .path("id")
                .asString();
        while (ml.get("/api/v1/jobs/" + job).json().path("progress").asDouble() == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        int lost = jdbc.sql("""
                        UPDATE job SET lease_number = lease_number + 1, leased_until = clock_timestamp() - interval '1 s'
                         WHERE id = :id::uuid AND state = 'RUNNING'
                        """).param("id", job).update();

        var ended = ended(job);

        assertThat(lost).isEqualTo(1);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
        assertThat(registry.find(ended.path("result").path("modelVersion").asString()))
                .isPresent();
        assertThat(jdbc.sql("SELECT count(*) FROM training_run")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeTrainedIsRefusedWithWhatToDo() {
        String set = labelSet(30);
        String train = "/api/v1/models/train";

        assertThat(ml.post(train, "{\"labelSet\":\"ls-none\",\"name\":\"x\"}").status())
                .isEqualTo(404);
        assertThat(ml.post(train, "{\"labelSet\":\"%s\",\"name\":\"x\"}".formatted(set))
                        .slug())
                .isEqualTo("label-set-gates-failed");
        assertThat(ml.post(train, "{\"labelSet\":\"%s\",\"name\":\" \",\"overrideGates\":true}".formatted(set))
                        .json()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/name", "/reason");
        assertThat(ml.post(
                                train,
                                "{\"labelSet\":\"%s\",\"name\":\"x\",\"labels\":[\"nonsense\"],%s}"
                                        .formatted(set, OVERRIDE))
                        .status())
                .isEqualTo(422);
        assertThat(ml.post(
                                train,
                                "{\"labelSet\":\"%s\",\"name\":\"x\",\"base\":\"nothing-1\",%s}"
                                        .formatted(set, OVERRIDE))
                        .slug())
                .isEqualTo("base-unfit");
        assertThat(floor.as(TestCallers.person("ann", Role.MODERATOR).token())
                        .post(train, "{\"labelSet\":\"%s\",\"name\":\"x\"}".formatted(set))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSetWithTooFewRowsFailsItsJobWithTheReason() throws InterruptedException {
        String set = labelSet(30);

        var job = ended(
                ml.post("/api/v1/models/train", "{\"labelSet\":\"%s\",\"name\":\"x\",%s}".formatted(set, OVERRIDE))
                        .json()
                        .path("id")
                        .asString());

        assertThat(job.path("state").asString()).isEqualTo("FAILED");
        assertThat(job.path("message").asString()).contains("20 rows");
    }

    private String labelSet(int rows) {
        new SettledTexts(jdbc, items, events, transaction).settle(rows, 5);
        var made = ml.post("/api/v1/label-sets", "{\"name\":\"vouchers\",\"groupBy\":[\"author\"],\"seed\":2}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("version").asString();
    }

    private JsonNode ended(String job) throws InterruptedException {
        for (int tries = 0; tries < 1_200; tries++) {
            var seen = ml.get("/api/v1/jobs/" + job).json();
            String state = seen.path("state").asString();
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                return seen;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("the job did not end");
    }
}
