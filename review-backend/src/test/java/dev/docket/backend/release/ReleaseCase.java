package dev.docket.backend.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.models.Appointee;
import dev.docket.backend.models.ModelSettings;
import dev.docket.backend.registry.Following;
import dev.docket.backend.registry.Packages;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A floor on which what ships with Docket is the champion, and those who release another model.
@FloorTest
abstract class ReleaseCase {
    @Autowired
    FloorClient anybody;

    @Autowired
    Registry registry;

    @Autowired
    Following following;

    @Autowired
    ModelSettings settings;

    @Autowired
    JdbcClient jdbc;

    FloorClient ml;
    FloorClient supervisor;
    FloorClient platform;

    /// What scores the medium that is released for.
    abstract Appointee serving();

    @BeforeEach
    void signIn() {
        ml = anybody.as(TestCallers.person("ml", Role.ML).token());
        supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        platform = anybody.as(TestCallers.key(Scope.values()));
        registry.champion();
        await().until(() -> serving().describe().isPresent());
        following.follow();
    }

    @AfterEach
    void sweep() {
        Packages.sweep(settings.home());
    }

    static FloorClient.Answer post(FloorClient caller, String version, String step) {
        return caller.post("/api/v1/models/" + version + "/" + step, "{}");
    }

    /// An item that is classified before the answer comes.
    JsonNode submitted(String json) {
        var answer = platform.post("/api/v1/items?wait=true", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /// Of a text like no other.
    JsonNode submit(String text) {
        return submitted("{\"source\":\"forum\",\"externalId\":\"%s\",\"text\":\"%s\",\"language\":\"en\"}"
                .formatted(UUID.randomUUID(), text + " " + UUID.randomUUID()));
    }

    static double harassment(JsonNode item) {
        for (var score : item.path("evidence").path("scores")) {
            if (score.path("label").asString().equals("harassment")) {
                return score.path("score").asDouble();
            }
        }
        return 0;
    }

    /// Which model scored an item.
    static String version(JsonNode item) {
        return item.path("evidence").path("scores").path(0).path("modelVersion").asString();
    }

    JsonNode gate(String version, String key) {
        for (var gate : ml.get("/api/v1/models/" + version + "/gates").json().path("gates")) {
            if (gate.path("key").asString().equals(key)) {
                return gate;
            }
        }
        throw new AssertionError("no gate " + key);
    }
}
