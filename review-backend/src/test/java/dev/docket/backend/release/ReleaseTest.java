package dev.docket.backend.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.Appointee;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.registry.Lives;
import dev.docket.backend.registry.Packages;
import dev.docket.backend.registry.Post;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.people.Role;
import dev.docket.model.ModelDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Models on their way to live items and back, against the model that ships and heads made out
/// of it.
class ReleaseTest extends ReleaseCase {
    private static final Actor TEST = new Actor.Automation("test");
    private static final int HARASSMENT = 2;
    private static final String SHIPPED = "docket-text-1";

    @Autowired
    private Lives lives;

    @Autowired
    private ServingModel serving;

    @Autowired
    private CanaryWatch watch;

    @Override
    Appointee serving() {
        return serving;
    }

    @Test
    void aCandidateIsNotPromotedAndEverythingThatIsMissingIsSaid() {
        String version = uploaded(0);
        var refused = post(ml, version, "promote");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("promotion-blocked");
        assertThat(strings(refused.json().path("reasons")))
                .anyMatch(reason -> reason.contains("never in shadow"))
                .anyMatch(reason -> reason.contains("2 approvals are missing"))
                .anyMatch(reason -> reason.startsWith("Gate evaluation"))
                .anyMatch(reason -> reason.startsWith("Gate shadow-volume"))
                .anyMatch(reason -> reason.startsWith("Gate latency"));
        assertThat(post(ml, version, "rollback").slug()).isEqualTo("step-not-possible");
        assertThat(post(ml, SHIPPED, "promote").slug()).isEqualTo("step-not-possible");
        assertThat(post(ml, SHIPPED, "rollback").slug()).isEqualTo("step-not-possible");
        assertThat(post(ml, "no-such", "shadow").status()).isEqualTo(404);
        assertThat(post(supervisor, version, "shadow").status()).isEqualTo(403);
        assertThat(state(version)).isEqualTo("CANDIDATE");
    }

    @Test
    void theWholeWayOfAModelToEveryItemAndBack() {
        String version = uploaded(1);
        assertThat(post(ml, version, "shadow").status()).isEqualTo(200);
        Judged.evaluated(version, SHIPPED, 0.05);
        for (int i = 0; i < 12; i++) {
            boolean found = i % 2 == 0;
            Judged.beside(Judged.item(found, SHIPPED, found ? 0.95 : 0.02), version, found ? 0.95 : 0.02);
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        assertThat(gate(version, "latency").path("of").asInt()).isPositive());
        assertThat(strings(post(ml, version, "promote").json().path("reasons")))
                .containsExactly("2 approvals are missing, by different people.");
        post(ml, version, "approve");
        post(supervisor, version, "approve");
        assertThat(ml.post("/api/v1/models/" + version + "/promote", "{\"share\":1}")
                        .status())
                .isEqualTo(422);

        var canary = post(ml, version, "promote");
        assertThat(canary.status()).as(canary.body()).isEqualTo(200);
        assertThat(canary.json().path("state").asString()).isEqualTo("CANARY");
        assertThat(canary.json().path("canaryShare").asDouble()).isEqualTo(0.1);
        assertThat(canary.json().path("gatesPassed").asBoolean()).isTrue();
        assertThat(post(ml, version, "promote").json().path("canaryShare").asDouble())
                .isEqualTo(0.5);
        var champion = post(supervisor, version, "promote").json();
        assertThat(champion.path("state").asString()).isEqualTo("CHAMPION");
        assertThat(champion.path("predecessor").asString()).isEqualTo(SHIPPED);
        assertThat(champion.path("serves").asBoolean()).isTrue();
        assertThat(version(submit("a fine day to everybody"))).isEqualTo(version);
        assertThat(jdbc.sql("SELECT count(*) FROM job WHERE kind = 'rescoring'")
                        .query(Long.class)
                        .single())
                .isOne();

        assertThat(post(ml, version, "rollback").json().path("state").asString())
                .isEqualTo("RETIRED");
        assertThat(state(SHIPPED)).isEqualTo("CHAMPION");
        assertThat(post(ml, version, "promote").slug()).isEqualTo("step-not-possible");
        assertThat(post(ml, version, "shadow").json().path("approvals")).isEmpty();
        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE subject_id = :version ORDER BY at, id")
                        .param("version", version)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "model.registered",
                        "model.shadowed",
                        "model.approved",
                        "model.approved",
                        "model.tried_on_share",
                        "model.tried_on_share",
                        "model.promoted",
                        "model.taken_back",
                        "model.shadowed");
    }

    @Test
    void aModelThatIsNowhereSurelyBetterIsNotReleased() {
        String version = uploaded(0);
        post(ml, version, "shadow");
        Judged.evaluated(version, SHIPPED, -0.2);
        assertThat(gate(version, "evaluation").path("passed").asBoolean()).isFalse();
        assertThat(gate(version, "evaluation-label").path("passed").asBoolean()).isFalse();
        Judged.evaluated(version, SHIPPED, 0.05);
        assertThat(gate(version, "evaluation").path("low").asDouble()).isPositive();
        assertThat(gate(version, "evaluation-label").path("passed").asBoolean()).isTrue();
        assertThat(gate(version, "calibration").path("passed").asBoolean()).isTrue();
    }

    @Test
    void onePersonsWordTwiceIsOneWord() {
        String version = uploaded(0);
        post(ml, version, "shadow");
        post(ml, version, "approve");
        var again = post(ml, version, "approve");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("approvals")).hasSize(1);
        assertThat(strings(post(ml, version, "promote").json().path("reasons")))
                .anyMatch(reason -> reason.contains("One approval by another person"));
        assertThat(post(supervisor, version, "approve").json().path("approvals"))
                .hasSize(2);
        assertThat(strings(post(ml, version, "promote").json().path("reasons")))
                .noneMatch(reason -> reason.contains("approval"));
        var moderator = anybody.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(post(moderator, version, "approve").status()).isEqualTo(403);
    }

    @Test
    void aShadowScoresLiveItemsAndNobodySeesIt() {
        String version = uploaded(6);
        assertThat(post(ml, version, "shadow").json().path("state").asString()).isEqualTo("SHADOW");
        assertThat(serving.describe().map(ModelDescription::beside)).hasValue(List.of(version));
        var item = submit("what a lovely morning it is");
        assertThat(item.path("route").asString()).isEqualTo("ALLOW");
        assertThat(item.toString()).doesNotContain(version);
        var scores = jdbc.sql(
                        "SELECT score_values[3] FROM shadow_score WHERE item_id = :item AND model_version = :version")
                .param("item", UUID.fromString(item.path("id").asString()))
                .param("version", version)
                .query(Double.class)
                .single();
        assertThat(scores).isGreaterThan(harassment(item) + 0.1);
        assertThat(ml.get("/api/v1/models/" + version + "/shadow")
                        .json()
                        .path("items")
                        .asLong())
                .isOne();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(gate(version, "latency").path("passed").asBoolean())
                                .isTrue());
    }

    @Test
    void gatesCompareWithWhatPeopleFound() {
        String good = uploaded(0);
        String bad = uploaded(0);
        Stream.of(good, bad).forEach(version -> lives.shadow(version, TEST));
        for (int i = 0; i < 30; i++) {
            boolean found = i % 2 == 0;
            UUID item = Judged.item(found, SHIPPED, i % 3 == 0 == found ? 0.95 : 0.02);
            Judged.beside(item, good, found ? 0.95 : 0.02);
            Judged.beside(item, bad, found ? 0.02 : 0.95);
        }
        assertThat(gate(good, "shadow-volume").path("passed").asBoolean()).isTrue();
        assertThat(gate(good, "shadow-disagreement").path("low").asDouble()).isPositive();
        assertThat(gate(good, "shadow-label").path("passed").asBoolean()).isTrue();
        assertThat(gate(bad, "shadow-disagreement").path("passed").asBoolean()).isFalse();
        assertThat(gate(bad, "shadow-label").path("passed").asBoolean()).isFalse();
        assertThat(gate(bad, "shadow-label").path("detail").asString()).contains("disagreements");
        var shadow = ml.get("/api/v1/models/" + good + "/shadow").json();
        assertThat(shadow.path("decisions").asInt()).isEqualTo(30);
        assertThat(shadow.path("labels")
                        .path(0)
                        .path("candidateRight")
                        .path("value")
                        .asDouble())
                .isEqualTo(1.0, within(1e-9));
    }

    @Test
    void aCanarysScoresCountForItsShareAndForNoOthers() {
        String version = uploaded(8);
        lives.shadow(version, TEST);
        lives.canary(version, 0.5, TEST);
        following.follow();
        var canary = following.post().canary().orElseThrow();
        var ids = IntStream.range(0, 40)
                .mapToObj(i -> submit("a calm remark on the weather, number " + i))
                .toList();
        for (var item : ids) {
            boolean its = canary.has(UUID.fromString(item.path("id").asString()));
            assertThat(item.path("evidence")
                            .path("scores")
                            .path(0)
                            .path("modelVersion")
                            .asString())
                    .isEqualTo(its ? version : SHIPPED);
        }
        assertThat(ids)
                .anyMatch(item -> canary.has(UUID.fromString(item.path("id").asString())));
        assertThat(jdbc.sql("SELECT count(DISTINCT model_version) FROM shadow_score")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theShareOfACanaryIsItsShareAndOnlyGrows() {
        var salt = UUID.randomUUID();
        var tenth = new Post.Canary("v", 0.1, salt);
        var half = new Post.Canary("v", 0.5, salt);
        var other = new Post.Canary("v", 0.1, UUID.randomUUID());
        var items = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(items.stream().filter(tenth::has).count()).isBetween(1_800L, 2_200L);
        assertThat(items.stream().filter(tenth::has)).allMatch(half::has);
        assertThat(items.stream().filter(tenth::has).filter(other::has).count()).isLessThan(400);
    }

    @Test
    void aChampionIsTakenBackInOneCallWithinFiveSeconds() {
        String version = champion(5);
        assertThat(serving.describe().map(ModelDescription::version)).hasValue(version);
        assertThat(state(SHIPPED)).isEqualTo("RETIRED");
        var before = submit("good evening to all of you");
        assertThat(version(before)).isEqualTo(version);

        long start = System.nanoTime();
        var answer = supervisor.post("/api/v1/models/" + version + "/rollback", "{\"reason\":\"too strict\"}");
        var served = submit("good night to all of you");
        var took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(answer.json().path("state").asString()).isEqualTo("RETIRED");
        assertThat(answer.json().path("reason").asString()).isEqualTo("too strict");
        assertThat(version(served)).isEqualTo(SHIPPED);
        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(state(SHIPPED)).isEqualTo("CHAMPION");
        assertThat(jdbc.sql("SELECT details ->> 'champion' FROM audit_entry WHERE action = 'model.taken_back'")
                        .query(String.class)
                        .single())
                .isEqualTo(SHIPPED);
    }

    @Test
    void whatWaitsIsScoredAgainAndMoves() {
        UUID item = UUID.fromString(
                submit("you are a stupid idiot, go away").path("id").asString());
        jdbc.sql("UPDATE review_task SET deadline_at = enqueued_at WHERE item_id = :item")
                .param("item", item)
                .update();
        var due = due(item);
        String version = champion(-12);
        var job = supervisor.post("/api/v1/models/rescoring", "{}");
        assertThat(job.status()).as(job.body()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(supervisor
                                .get("/api/v1/jobs/" + job.json().path("id").asString())
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
        var again = platform.get("/api/v1/items/" + item).json();
        assertThat(version(again)).isEqualTo(version);
        assertThat(again.path("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(again.path("route").asString()).isEqualTo("REVIEW");
        assertThat(due(item)).isAfter(due);
        lives.takeBack(version, "end of the test", TEST);
    }

    @Test
    void aCanaryThatIsSurelyWorseIsTakenBackByItself() {
        String version = uploaded(0);
        lives.shadow(version, TEST);
        lives.canary(version, 0.1, TEST);
        for (int i = 0; i < 25; i++) {
            Judged.item(true, SHIPPED, 0.95);
        }
        watch.look();
        assertThat(state(version)).isEqualTo("CANARY");
        for (int i = 0; i < 25; i++) {
            Judged.item(i < 5, version, 0.95);
        }
        watch.look();
        var stopped = ml.get("/api/v1/models/" + version).json();
        assertThat(stopped.path("state").asString()).isEqualTo("RETIRED");
        assertThat(stopped.path("reason").asString()).contains("Disagreement with people: 20 of 25");
        assertThat(following.post().canary()).isEmpty();
        assertThat(state(SHIPPED)).isEqualTo("CHAMPION");
    }

    @Test
    void aChampionWhoseFilesAreBrokenIsReplacedByWhatShipsAndHealthSaysSo() throws IOException {
        String version = uploaded(0);
        jdbc.sql("DELETE FROM model_file WHERE version = :version")
                .param("version", version)
                .update();
        var file = settings.home().resolve("models").resolve(version).resolve("vector.bin");
        Files.write(file, new byte[12]);
        lives.shadow(version, TEST);
        lives.canary(version, 0.5, TEST);
        lives.crown(version, TEST);
        following.follow();
        assertThat(serving.describe().map(ModelDescription::version)).hasValue(SHIPPED);
        assertThat(following.faults()).containsKey(version);
        assertThat(anybody.get("/api/v1/health").body())
                .contains(version + " cannot serve", "What ships with Docket serves in its place");
        assertThat(ml.get("/api/v1/models/" + version).json().path("serves").asBoolean())
                .isFalse();
        lives.takeBack(version, "broken", TEST);
        following.follow();
        assertThat(following.faults()).isEmpty();
    }

    @Test
    void headsOfAnotherEncoderAreRefusedBeforeTheyScoreAnything() {
        String version = Packages.version("misfit");
        Packages.upload(
                ml,
                Packages.archive(
                        version, manifest -> manifest.withObject("encoder").put("sha256", "0".repeat(64))));
        var refused = post(ml, version, "shadow");
        assertThat(refused.slug()).isEqualTo("model-refused");
        assertThat(serving.describe().map(ModelDescription::beside)).hasValue(List.of());
        assertThat(state(version)).isNotEqualTo("SHADOW");
    }

    private String champion(float shift) {
        String version = uploaded(shift);
        lives.shadow(version, TEST);
        lives.canary(version, 0.5, TEST);
        lives.crown(version, TEST);
        following.follow();
        assertThat(registry.byVersion(version).state()).isEqualTo(ModelState.CHAMPION);
        return version;
    }

    private String uploaded(float shift) {
        String version = Packages.version("heads");
        var taken = Packages.upload(ml, Packages.shifted(version, HARASSMENT, shift));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return version;
    }

    private Instant due(UUID item) {
        return jdbc.sql("SELECT deadline_at FROM review_task WHERE item_id = :item")
                .param("item", item)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private String state(String version) {
        return ml.get("/api/v1/models/" + version).json().path("state").asString();
    }

    private static List<String> strings(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
