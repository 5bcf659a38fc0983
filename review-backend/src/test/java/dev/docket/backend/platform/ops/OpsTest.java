package dev.docket.backend.platform.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FloorTest
class OpsTest {
    @Autowired
    private FloorClient floor;

    @Test
    void healthSaysHowEachPartIs() {
        var report = floor.get("/api/v1/health").json();
        assertThat(report.path("components").path("database").path("status").asString())
                .isEqualTo("UP");
        assertThat(report.path("components").path("database").path("detail").asString())
                .contains("PostgreSQL 18");
        assertThat(report.path("components").has("disk")).isTrue();
    }

    @Test
    void probesAndMetersAreOpenAndHoldNoContent() {
        assertThat(floor.get("/actuator/health/liveness").body()).contains("UP");
        assertThat(floor.get("/actuator/health/readiness").body()).contains("UP");
        assertThat(floor.get("/actuator/prometheus").body()).contains("hikaricp_connections", "jvm_memory_used_bytes");
        assertThat(floor.get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void performanceCountsWhatWasAsked() {
        var supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        supervisor.get("/api/v1/me");
        var report = supervisor.get("/api/v1/metrics/performance").json();
        assertThat(report.path("endpoints").findValuesAsString("route")).contains("GET /api/v1/me");
        assertThat(report.path("pool").path("max").asInt()).isPositive();
        assertThat(report.path("stages").findValuesAsString("stage"))
                .containsExactly("claimed", "media", "filters", "inference", "routing", "stored", "offered");
    }

    @Test
    void objectivesSayWhereTheyStand() {
        var supervisor = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        var report = supervisor.get("/api/v1/metrics/sla");
        assertThat(report.status()).as(report.body()).isEqualTo(200);
        assertThat(report.json().path("objectives").findValuesAsString("name"))
                .contains("classification-time", "decided-in-time", "webhooks-delivered");
    }

    @Test
    void reportsAreNotForEverybody() {
        var mod = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(mod.get("/api/v1/metrics/performance").status()).isEqualTo(403);
        assertThat(mod.get("/api/v1/metrics/sla").status()).isEqualTo(403);
    }
}
