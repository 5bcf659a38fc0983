package dev.docket.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Which looks count, and what a supervisor is told of them.
@FloorTest
class AgreementTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private QualityAlerts alerts;

    private UUID ann;
    private UUID bob;
    private FloorClient supervisor;

    @BeforeEach
    void people() {
        ann = TestCallers.person("ann", Role.MODERATOR).id();
        bob = TestCallers.person("bob", Role.MODERATOR).id();
        supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    /// Cohen's table of Wikipedia's example: 20 both, 5 and 10 one only, 15 neither: kappa 0.4.
    @Test
    void kappaOfAPairIsThatOfTheirTable() {
        times(20, "hate", "hate");
        times(5, "hate", null);
        times(10, null, "hate");
        times(15, null, null);

        var report = agreement("?policy=hate");

        assertThat(report.path("items").asInt()).isEqualTo(50);
        assertThat(report.path("votes").asInt()).isEqualTo(100);
        assertThat(report.path("rawAgreement").asDouble()).isCloseTo(0.7, within(1e-9));
        var pair = report.path("pairs").path(0);
        assertThat(pair.path("items").asInt()).isEqualTo(50);
        assertThat(pair.path("kappa").path("value").asDouble()).isCloseTo(0.4, within(1e-9));
        assertThat(pair.path("kappa").path("low").asDouble()).isBetween(0.0, 0.4);
        assertThat(pair.path("first").path("displayName").asString()).isIn("ann", "bob");
        assertThat(report.path("alpha").path("low").asDouble())
                .isLessThan(report.path("alpha").path("value").asDouble());
        assertThat(report.path("raters")).hasSize(2);
        assertThat(report.path("policies")).hasSize(1);
    }

    @Test
    void theMapSaysWhichPoliciesAreMistakenForWhich() {
        times(3, "hate", "harassment");
        times(2, "harassment", "hate");
        times(4, "hate", null);
        times(6, "spam", "spam");

        var map = agreement("").path("confusion");

        assertThat(map).hasSize(3);
        assertThat(map.path(0).toString()).isEqualTo("{\"policy\":\"spam\",\"against\":\"spam\",\"pairs\":6}");
        assertThat(map.path(1).toString()).isEqualTo("{\"policy\":\"harassment\",\"against\":\"hate\",\"pairs\":5}");
        assertThat(map.path(2).toString()).isEqualTo("{\"policy\":\"hate\",\"against\":null,\"pairs\":4}");
    }

    @Test
    void onlyIndependentLooksThatStandCount() {
        UUID item = PlantedLooks.pair(ann, "hate", bob, null);
        PlantedLooks.look(item, 3, "ADJUDICATION", UUID.randomUUID(), null);
        UUID undone = Tasks.item("some text");
        PlantedLooks.look(undone, 1, "FIRST", ann, "hate");
        PlantedLooks.look(undone, 2, "SECOND", bob, null, "UNDONE");
        PlantedLooks.look(Tasks.item("some text"), 1, "FIRST", ann, "hate");

        assertThat(agreement("").path("items").asInt()).isOne();
        assertThat(agreement("").path("votes").asInt()).isEqualTo(2);
        assertThat(agreement("?to=2020-01-01T00:00:00Z").path("items").asInt()).isZero();
    }

    @Test
    void nothingIsClaimedOfNothing() {
        var report = agreement("");

        assertThat(report.path("alpha").isNull()).isTrue();
        assertThat(report.path("rawAgreement").isNull()).isTrue();
        assertThat(report.path("pairs")).isEmpty();
        assertThat(supervisor.get("/api/v1/quality/agreement?policy=nonsense").status())
                .isEqualTo(422);
    }

    @Test
    void aPairThatDoesNotAgreeRaisesAnAlertUntilItDoes() {
        times(12, "hate", "hate");
        times(10, "hate", null);
        times(10, null, null);
        alerts.look();

        var raised = supervisor.get("/api/v1/quality/alerts").json().path("items");
        assertThat(raised.valueStream().map(alert -> alert.path("kind").asString()))
                .containsOnly("AGREEMENT")
                .hasSize(2);
        String id = raised.path(0).path("id").asString();
        var seen = supervisor.post("/api/v1/quality/alerts/" + id + "/acknowledge", "");
        assertThat(seen.json().path("acknowledgedBy").path("displayName").asString())
                .isEqualTo("sue");

        times(60, "hate", "hate");
        times(60, null, null);
        alerts.look();
        assertThat(supervisor.get("/api/v1/quality/alerts").json().path("items"))
                .isEmpty();
        assertThat(supervisor.get("/api/v1/quality/alerts?cleared=true").json().path("items"))
                .hasSize(2);
    }

    @Test
    void aPairThatMetTooSeldomRaisesNone() {
        times(14, "hate", null);
        times(15, null, "hate");
        alerts.look();

        assertThat(supervisor.get("/api/v1/quality/alerts").json().path("items"))
                .isEmpty();
    }

    private void times(int count, @Nullable String first, @Nullable String second) {
        PlantedLooks.pairs(count, ann, first, bob, second);
    }

    private JsonNode agreement(String query) {
        return supervisor.get("/api/v1/quality/agreement" + query).json();
    }
}
