package dev.docket.backend.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.Appointee;
import dev.docket.backend.models.ServingModel;
import dev.docket.backend.models.TinyModel;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.registry.Lives;
import dev.docket.backend.registry.Packages;
import dev.docket.model.ModelDescription;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A classifier of texts with an encoder and a tokeniser of its own, on its way to live items and back.
class TextReleaseTest extends ReleaseCase {
    private static final Actor TEST = new Actor.Automation("test");
    private static final String SHIPPED = "docket-text-1";
    private static final String[] LABELS = {
        "toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm"
    };

    @Autowired
    private Lives lives;

    @Autowired
    private ServingModel serving;

    @Override
    Appointee serving() {
        return serving;
    }

    @Test
    void theWholeWayOfAnotherEncoderToEveryItemAndBackWithoutADroppedRequest() {
        String version = uploaded(LABELS);
        var stop = new AtomicBoolean();
        var asked = CompletableFuture.supplyAsync(() -> askUntil(stop));
        var shadow = post(ml, version, "shadow");
        assertThat(shadow.status()).as(shadow.body()).isEqualTo(200);
        assertThat(shadow.json().path("kind").asString()).isEqualTo("text");
        assertThat(shadow.json().path("serves").asBoolean()).isTrue();
        var unseen = submit("how rude rude rude");
        assertThat(version(unseen)).isEqualTo(SHIPPED);
        assertThat(unseen.toString()).doesNotContain(version);
        assertThat(shadowed(unseen, version)).isGreaterThan(0.9);

        Judged.evaluated(version, SHIPPED, 0.05);
        for (int i = 0; i < 12; i++) {
            boolean found = i % 2 == 0;
            Judged.beside(Judged.item(found, SHIPPED, found ? 0.95 : 0.02), version, found ? 0.95 : 0.02);
        }
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() ->
                        assertThat(gate(version, "latency").path("of").asInt()).isPositive());
        assertThat(gate(version, "labels").path("passed").asBoolean()).isTrue();
        post(ml, version, "approve");
        post(supervisor, version, "approve");
        var canary = post(ml, version, "promote");
        assertThat(canary.status()).as(canary.body()).isEqualTo(200);
        assertThat(canary.json().path("canaryShare").asDouble()).isEqualTo(0.1);
        canaryScoresItsShare(version);
        assertThat(post(ml, version, "promote").json().path("canaryShare").asDouble())
                .isEqualTo(0.5);
        var champion = post(supervisor, version, "promote");
        assertThat(champion.json().path("state").asString()).as(champion.body()).isEqualTo("CHAMPION");
        assertThat(champion.json().path("serves").asBoolean()).isTrue();
        itServesAndNeighboursAreStillFound(version);

        long start = System.nanoTime();
        var back = supervisor.post("/api/v1/models/" + version + "/rollback", "{\"reason\":\"too strict\"}");
        var served = submit("rude again");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(back.json().path("state").asString()).isEqualTo("RETIRED");
        assertThat(version(served)).isEqualTo(SHIPPED);
        stop.set(true);
        assertThat(asked.join()).containsExactlyInAnyOrder(SHIPPED, version);
    }

    private void canaryScoresItsShare(String version) {
        var canary = following.post().canary().orElseThrow();
        for (int i = 0; i < 30; i++) {
            var item = submit("a calm remark number " + i);
            boolean its = canary.has(UUID.fromString(item.path("id").asString()));
            assertThat(version(item)).isEqualTo(its ? version : SHIPPED);
        }
    }

    private void itServesAndNeighboursAreStillFound(String version) {
        var item = submit("really rude rude rude");
        assertThat(version(item)).isEqualTo(version);
        assertThat(harassment(item)).isGreaterThan(0.9);
        assertThat(serving.describe().map(ModelDescription::version)).hasValue(version);
        assertThat(jdbc.sql("SELECT embedding IS NOT NULL FROM fingerprint WHERE item_id = :item")
                        .param("item", UUID.fromString(item.path("id").asString()))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /// @return who answered; every text was scored, and each by one model alone
    private Set<String> askUntil(AtomicBoolean stop) {
        var seen = new HashSet<String>();
        for (int i = 0; !stop.get(); i++) {
            var answer = platform.post("/api/v1/classify", "{\"items\":[{\"text\":\"rude number %d\"}]}".formatted(i));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var versions = new HashSet<String>();
            answer.json().path("results").path(0).path("modelVersions").forEach(one -> versions.add(one.asString()));
            assertThat(versions).hasSize(1);
            seen.addAll(versions);
        }
        return seen;
    }

    @Test
    void aModelThatLacksALabelOfAPolicyIsNotReleased() {
        String version = uploaded("harassment");
        lives.shadow(version, TEST);
        var gate = gate(version, "labels");
        assertThat(gate.path("passed").asBoolean()).isFalse();
        assertThat(gate.path("detail").asString()).contains("threat").doesNotContain("harassment,");
        var refused = post(ml, version, "promote");
        assertThat(refused.slug()).isEqualTo("promotion-blocked");
        assertThat(refused.body()).contains("Gate labels");
    }

    @Test
    void oneModelWithASessionOfItsOwnScoresUnseenAtATime() {
        String first = uploaded(LABELS);
        String second = uploaded(LABELS);
        assertThat(post(ml, first, "shadow").status()).isEqualTo(200);
        var refused = post(ml, second, "shadow");
        assertThat(refused.slug()).isEqualTo("step-not-possible");
        assertThat(refused.json().path("detail").asString()).contains(first);
        assertThat(post(ml, first, "rollback").status()).isEqualTo(200);
        assertThat(post(ml, second, "shadow").status()).isEqualTo(200);
        assertThat(serving.describe().map(ModelDescription::beside)).hasValue(List.of(second));
    }

    /// The evaluation of such a package against the champion is that of any other; see `TrainingTest`.
    private String uploaded(String... labels) {
        String version = Packages.version("brought");
        var taken = Packages.upload(ml, Packages.archive(TinyModel.text(version, labels)));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return version;
    }

    private double shadowed(JsonNode item, String version) {
        return jdbc.sql("SELECT score_values[3] FROM shadow_score WHERE item_id = :item AND model_version = :version")
                .param("item", UUID.fromString(item.path("id").asString()))
                .param("version", version)
                .query(Double.class)
                .single();
    }
}
