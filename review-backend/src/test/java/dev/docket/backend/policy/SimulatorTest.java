package dev.docket.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Trying thresholds on items of the past.
@FloorTest
class SimulatorTest {
    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.shared().ownerDataSource());

    @Autowired
    private FloorClient floor;

    private FloorClient lead;

    /// A thousand items over ten days: spam scores 0.000, 0.001 … 0.999. Every tenth was seen by a
    /// person, drawn with
    /// probability 0.1; from 0.5 on they found a violation.
    @BeforeEach
    void plant() {
        var pat = TestCallers.person("pat", Role.POLICY);
        lead = floor.as(pat.token());
        jdbc.sql("""
                INSERT INTO item (id, source, external_id, state, content_sha256, text, language, submitted_at)
                SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'past', n::text, 'SETTLED', '\\x00',
                       'text', CASE WHEN n % 2 = 0 THEN 'de' ELSE 'en' END, now()
                  FROM generate_series(0, 999) AS n
                """).update();
        jdbc.sql("""
                INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, route, route_reason,
                                        sampling_probability)
                SELECT gen_random_uuid(), item.id, now() - external_id::int * interval '864 seconds', false,
                       jsonb_build_array(jsonb_build_object('label', 'toxicity', 'score', 0.01),
                                         jsonb_build_object('label', 'spam', 'score', external_id::int / 1000.0)),
                       'ALLOW', 'planted', CASE WHEN external_id::int % 10 = 0 THEN 0.1 END
                  FROM item WHERE source = 'past'
                """).update();
        jdbc.sql("""
                INSERT INTO decision (id, task_id, item_id, round, person_id, outcome, state, effective_at)
                SELECT gen_random_uuid(), gen_random_uuid(), item.id, 1, :person,
                       CASE WHEN external_id::int >= 500 THEN 'VIOLATION' ELSE 'APPROVE' END, 'EFFECTIVE', now()
                  FROM item WHERE source = 'past' AND external_id::int % 10 = 0
                """).param("person", pat.id()).update();
    }

    @Test
    void loadIsCountedNowAndThen() {
        var answer = simulate("""
                {"labels":[{"label":"spam","review":0.5}]}""");

        assertThat(answer.path("items").asInt()).isEqualTo(1000);
        assertThat(answer.path("days").asDouble()).isEqualTo(9.99, within(0.01));
        assertThat(answer.path("load").path("now").asDouble()).isEqualTo(400 / 9.99, within(0.1));
        assertThat(answer.path("load").path("then").asDouble()).isEqualTo(500 / 9.99, within(0.1));
        var difference = answer.path("load").path("difference");
        assertThat(difference.path("low").asDouble())
                .isLessThan(difference.path("value").asDouble());
        assertThat(difference.path("high").asDouble())
                .isGreaterThan(difference.path("value").asDouble());
        var moved = answer.path("transitions").path(0);
        assertThat(moved.path("from").asString() + moved.path("to").asString()).isEqualTo("ALLOWREVIEW");
        assertThat(moved.path("items").asInt()).isEqualTo(100);
        assertThat(moved.path("examples").size()).isEqualTo(5);
    }

    @Test
    void whatWasDrawnStandsForWhatWasNot() {
        var answer = simulate("""
                {"labels":[{"label":"spam","review":0.5}]}""");

        assertThat(answer.path("decided").asInt()).isEqualTo(100);
        assertThat(answer.path("found").path("difference").path("value").asDouble())
                .as("10 drawn at 0.1 stand for 100")
                .isEqualTo(100, within(1e-6));
        var missed = answer.path("missedHarm");
        assertThat(missed.path("now").path("value").asDouble()).isEqualTo(0.2, within(1e-6));
        assertThat(missed.path("now").path("high").asDouble()).isBetween(0.3, 0.36);
        assertThat(missed.path("then").path("value").asDouble()).isZero();
    }

    @Test
    void whatTheMachineWouldRemoveWronglyIsCounted() {
        var answer = simulate("""
                {"labels":[{"label":"spam","review":0.4,"act":0.4}],"automatic":true}""");

        assertThat(answer.path("wrongRemovals").path("then").asDouble()).isEqualTo(100, within(1e-6));
        assertThat(answer.path("overRemoval").path("then").path("value").asDouble())
                .isEqualTo(10 / 60.0, within(1e-6));
        assertThat(answer.path("overRemoval").path("now").isNull()).isTrue();
    }

    @Test
    void aLanguageIsTriedAndShownByItself() {
        var answer = simulate("""
                {"labels":[{"label":"spam","review":0.6},{"label":"spam","language":"de","review":0.5}],
                 "language":"de"}""");

        assertThat(answer.path("transitions").path(0).path("items").asInt()).isEqualTo(50);
        var histogram = answer.path("histograms").path(0);
        assertThat(histogram.path("items").asInt()).isEqualTo(500);
        assertThat(histogram.path("counts").size()).isEqualTo(50);
        assertThat(histogram.path("counts").path(10).asInt()).isEqualTo(10);
    }

    @Test
    void theThresholdsInForceChangeNothing() {
        var answer = simulate("{}");

        assertThat(answer.path("transitions").size()).isZero();
        assertThat(answer.path("load").path("difference").path("value").asDouble())
                .isZero();
    }

    /// Asks for another number of items, or the answer would come from those read a moment ago.
    @Test
    void storedNumbersSayWhatTheirJsonSays() {
        String tried = ",\"labels\":[{\"label\":\"spam\",\"review\":0.5,\"act\":0.8}],\"automatic\":true}";
        var before = simulate("{\"items\":1001" + tried);
        jdbc.sql("""
                UPDATE assessment SET scores = '[]', score_values =
                       ARRAY[0.01, NULL, NULL, NULL, NULL, NULL, (scores -> 1 -> 'score')::double precision]
                """).update();
        var after = simulate("{\"items\":1002" + tried);

        assertThat(after.path("transitions").size()).isEqualTo(2);
        for (String part : new String[] {"load", "found", "wrongRemovals", "transitions", "histograms", "items"}) {
            assertThat(after.path(part)).as(part).isEqualTo(before.path(part));
        }
    }

    @Test
    void onlyTheLatestItemsAreLookedAt() {
        assertThat(simulate("{\"items\":10}").path("items").asInt()).isEqualTo(10);
    }

    @Test
    void nonsenseIsRefusedAtOnce() {
        var refused = lead.post(
                "/api/v1/policies/spam/simulate", "{\"items\":0,\"labels\":[{\"label\":\"spam\",\"review\":2}]}");
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/items", "/labels/0/review");
        assertThat(lead.post("/api/v1/policies/nothing/simulate", "{}").status())
                .isEqualTo(404);
        var moderator = floor.as(TestCallers.person("mia", Role.MODERATOR).token());
        assertThat(moderator.post("/api/v1/policies/spam/simulate", "{}").status())
                .isEqualTo(403);
    }

    private JsonNode simulate(String body) {
        var answer = lead.post("/api/v1/policies/spam/simulate", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
