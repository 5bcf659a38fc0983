package dev.docket.backend.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.TinyModel;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.Packages;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import dev.docket.model.ModelDescription;
import java.awt.Color;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A classifier of images on its way to live items and back; texts have a champion of their own all the while.
@FloorTest
class ImageReleaseTest {
    private static final String SHIPPED = "docket-image-1";
    private static final int SEXUAL = 5;

    @Autowired
    private FloorClient anybody;

    @Autowired
    private Registry registry;

    @Autowired
    private Following following;

    @Autowired
    private ServingImages serving;

    @Autowired
    private ModelSettings settings;

    @Autowired
    private JdbcClient jdbc;

    private FloorClient ml;
    private FloorClient supervisor;
    private FloorClient platform;

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
        supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        platform = anybody.as(TestCallers.key(Scope.values()));
        registry.champion();
        await().until(() -> serving.describe().isPresent());
        following.follow();
    }

    @AfterEach
    void sweep() {
        Packages.sweep(settings.home());
    }

    @Test
    void theWholeWayOfAnImageModelToEveryPictureAndBack() {
        String version = Packages.version("colours");
        var taken = Packages.upload(ml, Packages.archive(TinyModel.image(version, "sexual", "suggestive")));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        var shadow = post(ml, version, "shadow");
        assertThat(shadow.status()).as(shadow.body()).isEqualTo(200);
        var unseen = submit();
        assertThat(version(unseen)).isEqualTo(SHIPPED);
        assertThat(unseen.toString()).doesNotContain(version);
        assertThat(shadowed(unseen, version)).isGreaterThan(0.9);

        for (int i = 0; i < 12; i++) {
            boolean found = i % 2 == 0;
            double score = found ? 0.95 : 0.02;
            Judged.beside(Judged.item("sexual", found, SHIPPED, score), version, "sexual", score);
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        assertThat(gate(version, "latency").path("of").asInt()).isPositive());
        assertThat(ml.get("/api/v1/models/" + version + "/shadow")
                        .json()
                        .path("champion")
                        .asString())
                .isEqualTo(SHIPPED);
        post(ml, version, "approve");
        post(supervisor, version, "approve");
        var canary = post(ml, version, "promote");
        assertThat(canary.status()).as(canary.body()).isEqualTo(200);
        canaryScoresItsShare(version);
        post(ml, version, "promote");
        var champion = post(supervisor, version, "promote");
        assertThat(champion.json().path("state").asString()).as(champion.body()).isEqualTo("CHAMPION");
        assertThat(champion.json().path("serves").asBoolean()).isTrue();
        assertThat(serving.describe().map(ModelDescription::version)).hasValue(version);
        var seen = submit();
        assertThat(version(seen)).isEqualTo(version);
        assertThat(registry.champion().version()).isEqualTo("docket-text-1");

        long start = System.nanoTime();
        var back = supervisor.post("/api/v1/models/" + version + "/rollback", "{\"reason\":\"too strict\"}");
        var served = submit();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(back.json().path("state").asString()).isEqualTo("RETIRED");
        assertThat(version(served)).isEqualTo(SHIPPED);
        assertThat(post(ml, SHIPPED, "rollback").slug()).isEqualTo("step-not-possible");
    }

    private void canaryScoresItsShare(String version) {
        var canary = following.post(Medium.IMAGE).canary().orElseThrow();
        for (int i = 0; i < 20; i++) {
            var item = submit();
            boolean its = canary.has(UUID.fromString(item.path("id").asString()));
            assertThat(version(item)).isEqualTo(its ? version : SHIPPED);
        }
    }

    private static FloorClient.Answer post(FloorClient caller, String version, String step) {
        return caller.post("/api/v1/models/" + version + "/" + step, "{}");
    }

    /// A red picture, which nobody has sent before.
    private JsonNode submit() {
        String picture =
                SampleImages.plain(Color.RED, ThreadLocalRandom.current().nextInt());
        var answer = platform.post(
                "/api/v1/items?wait=true",
                "{\"source\":\"forum\",\"externalId\":\"%s\",\"media\":[{\"kind\":\"IMAGE\",\"base64\":\"%s\"}]}"
                        .formatted(UUID.randomUUID(), picture));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private double shadowed(JsonNode item, String version) {
        return jdbc.sql(
                        "SELECT score_values[:place] FROM shadow_score WHERE item_id = :item AND model_version = :version")
                .param("place", SEXUAL)
                .param("item", UUID.fromString(item.path("id").asString()))
                .param("version", version)
                .query(Double.class)
                .single();
    }

    private static String version(JsonNode item) {
        return item.path("evidence").path("scores").path(0).path("modelVersion").asString();
    }

    private JsonNode gate(String version, String key) {
        for (var gate : ml.get("/api/v1/models/" + version + "/gates").json().path("gates")) {
            if (gate.path("key").asString().equals(key)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + key);
    }
}
