package dev.docket.backend.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.Appointee;
import dev.docket.backend.models.ServingImages;
import dev.docket.backend.models.TinyModel;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.Packages;
import dev.docket.backend.support.SampleImages;
import dev.docket.model.ModelDescription;
import java.awt.Color;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A classifier of images on its way to live items and back; texts have a champion of their own all the while.
class ImageReleaseTest extends ReleaseCase {
    private static final String SHIPPED = "docket-image-1";
    private static final int SEXUAL = 5;

    @Autowired
    private ServingImages serving;

    @Override
    Appointee serving() {
        return serving;
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

    /// A red picture, which nobody has sent before.
    private JsonNode submit() {
        String picture =
                SampleImages.plain(Color.RED, ThreadLocalRandom.current().nextInt());
        return submitted(
                "{\"source\":\"forum\",\"externalId\":\"%s\",\"media\":[{\"kind\":\"IMAGE\",\"base64\":\"%s\"}]}"
                        .formatted(UUID.randomUUID(), picture));
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
}
