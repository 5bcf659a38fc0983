package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What the verdict cache of a whole floor does, with the real model: it answers as the model did,
/// says so, and forgets what a person overturned.
@FloorTest
class OverturnedVerdictsTest {
    private final FloorClient floor;
    private final JdbcClient jdbc;
    private String text = "";
    private FloorClient platform;

    @Autowired
    OverturnedVerdictsTest(FloorClient floor, JdbcClient jdbc) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.platform = floor;
    }

    @BeforeEach
    void prepare() {
        text = "you are a worthless idiot, " + UUID.randomUUID();
        platform = floor.as(TestCallers.key(Scope.CLASSIFY));
    }

    @Test
    void aKeptVerdictIsTheVerdictThatWasGiven() {
        var before = cache();
        var first = classify();
        var second = classify();

        assertThat(second.toString()).isEqualTo(first.toString());
        var after = cache();
        assertThat(hits(after) - hits(before)).isOne();
        assertThat(after.path("table").path("lookups").longValue())
                .isGreaterThan(before.path("table").path("lookups").longValue());
        assertThat(after.path("memory").path("hitRate").doubleValue()).isBetween(0.0, 1.0);
        assertThat(kept()).isOne();
    }

    @Test
    void anOverturnedDecisionTakesTheVerdictWithIt() {
        UUID item = Decided.item("u-1");
        jdbc.sql("UPDATE item SET text = :text WHERE id = :item")
                .param("text", text)
                .param("item", item)
                .update();
        UUID decision = Decided.violation(item, 1, 2, "[]");
        classify();
        classify();
        assertThat(kept()).isOne();

        reverse(decision);

        assertThat(kept()).isZero();
        long before = hits(cache());
        classify();
        assertThat(hits(cache())).as("scored anew").isEqualTo(before);
    }

    private void reverse(UUID decision) {
        var senior = floor.as(TestCallers.person("sam", Role.SENIOR).token());
        var answer = senior.post(
                "/api/v1/decisions/" + decision + "/reverse",
                "{\"outcome\":\"APPROVE\",\"reasons\":\"It was no violation.\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        Floorwork.takeEffect(answer.json());
    }

    private JsonNode classify() {
        var answer =
                platform.post("/api/v1/classify", "{\"items\":[{\"text\":\"%s\"}],\"explain\":true}".formatted(text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("results");
    }

    private JsonNode cache() {
        return platform.get("/api/v1/metrics/ai-inference").json().at("/models/0/cache");
    }

    private static long hits(JsonNode cache) {
        return cache.path("memory").path("hits").longValue()
                + cache.path("table").path("hits").longValue();
    }

    private long kept() {
        return jdbc.sql("SELECT count(*) FROM verdict").query(Long.class).single();
    }
}
