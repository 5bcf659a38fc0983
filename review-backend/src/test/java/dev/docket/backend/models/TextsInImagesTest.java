package dev.docket.backend.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.OcrPackages;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/// From a picture with words in it to a moderator's evidence: the published models that read, the models of texts and
/// images that ship, decoding in processes of their own, over HTTP.
@FloorTest
class TextsInImagesTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private ServingOcr ocr;

    @Value("${docket.home}")
    private Path home;

    @BeforeEach
    void bringThePackage() {
        OcrPackages.putInto(home);
        ocr.look();
    }

    @AfterEach
    void takeItAwayFromTheOthersTests() {
        OcrPackages.removeFrom(home);
        ocr.look();
    }

    @Test
    void whatStandsInAPictureComesBeforeAPersonWithItsWords() {
        var admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        blocklist(admin, "insults", "loser");
        var platform = floor.as(TestCallers.key(Scope.values()));
        var image = SampleImages.saying("You are a worthless idiot", "everybody hates you", "stupid loser");

        var item = platform.post(
                        "/api/v1/items?wait=true",
                        "{\"source\":\"test\",\"externalId\":\"w-1\",\"text\":\"look at this\",\"media\":[{\"kind\":\"IMAGE\","
                                + "\"base64\":\"" + image + "\"}]}")
                .json();

        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        var holder = floor.as(TestCallers.person("mod", Role.MODERATOR).token());
        var evidence = holder.post("/api/v1/claims", "{\"count\":1}")
                .json()
                .path("tasks")
                .get(0)
                .path("evidence");
        var text = evidence.path("media").get(0).path("text");
        assertThat(text.path("text").asString())
                .isEqualTo("You are a worthless idiot\neverybody hates you\nstupid loser");
        assertThat(text.path("modelVersion").asString()).isEqualTo("ppocr-4");
        assertThat(text.path("lines").size()).isEqualTo(3);
        var worst = worst(evidence);
        assertThat(worst.path("origin").asString()).isEqualTo("/media/0/text");
        assertThat(text.path("explanation")
                        .path(worst.path("label").asString())
                        .path("tokens")
                        .isEmpty())
                .isFalse();
        assertThat(evidence.path("explanation").has(worst.path("label").asString()))
                .isFalse();

        var match = evidence.path("filters").get(0);
        assertThat(match.path("origin").asString()).isEqualTo("/media/0/text");
        int from = match.path("spans").get(0).get(0).intValue();
        assertThat(text.path("text").asString().substring(from)).isEqualTo("loser");

        var health = admin.get("/api/v1/health").body();
        assertThat(health).contains("ppocr-4 on CPU: en, zh");
        var reading =
                admin.get("/api/v1/metrics/ai-inference").json().path("models").get(2);
        assertThat(reading.path("name").asString()).isEqualTo("ocr");
        assertThat(reading.path("version").asString()).isEqualTo("ppocr-4");
        assertThat(reading.path("requests").intValue()).isPositive();
    }

    private static void blocklist(FloorClient admin, String name, String term) {
        var made = admin.post(
                "/api/v1/blocklists", "{\"source\":\"a test\",\"name\":\"" + name + "\",\"effect\":\"SIGNAL\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String id = made.json().path("id").asString();
        var filled = admin.send(admin.request("/api/v1/blocklists/imports?list=" + id)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(term)));
        assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        // Looks at the lists as they are this moment, for the floor that judges to know the term as well.
        admin.post("/api/v1/blocklists/try", "{\"text\":\"" + term + "\",\"language\":\"en\"}");
    }

    private static JsonNode worst(JsonNode evidence) {
        JsonNode worst = evidence.path("scores").get(0);
        for (var score : evidence.path("scores")) {
            if (score.path("score").doubleValue() > worst.path("score").doubleValue()) {
                worst = score;
            }
        }
        return worst;
    }
}
