package dev.docket.backend.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FloorTest
class SignInTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private Roster roster;

    @Autowired
    private SignInThrottle throttle;

    @BeforeEach
    void enterAnn() {
        roster.enterOnce("ann", "Ann", "correct horse", Role.SUPERVISOR);
        throttle.forget("ann");
        throttle.forget("nobody");
    }

    @Test
    void aTokenOpensTheFloorUntilItIsRevoked() {
        var session = signIn("ann", "correct horse");
        assertThat(session.status()).isEqualTo(200);
        var ann = floor.as(session.json().path("accessToken").asString());
        var me = ann.get("/api/v1/me");
        assertThat(me.json().path("username").asString()).isEqualTo("ann");
        assertThat(me.json().path("roles").toString()).isEqualTo("[\"MODERATOR\",\"SENIOR\",\"SUPERVISOR\"]");
        assertThat(ann.delete("/api/v1/session").status()).isEqualTo(204);
        assertThat(ann.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void fiveFailuresShutANameWhetherItExistsOrNot() {
        for (var name : new String[] {"ann", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                var refused = signIn(name, "wrong");
                assertThat(refused.status()).isEqualTo(401);
                assertThat(refused.slug()).isEqualTo("bad-credentials");
            }
            var shut = signIn(name, "correct horse");
            assertThat(shut.status()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(shut.header("Retry-After"))))
                    .isBetween(1, 60);
        }
    }

    @Test
    void theRightPasswordClearsTheCount() {
        for (int i = 0; i < 7; i++) {
            assertThat(signIn("ann", i % 3 == 2 ? "correct horse" : "wrong").status())
                    .isNotEqualTo(429);
        }
    }

    @Test
    void anAdministratorMakesAKeyThatIsShownOnce() {
        var admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        var made = admin.post("/api/v1/api-keys", "{\"name\":\"forum\",\"scopes\":[\"items:write\"]}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("key").asString()).matches("dk_[A-Za-z0-9_-]{43}");
        assertThat(admin.get("/api/v1/api-keys").body())
                .contains(made.json().path("prefix").asString())
                .doesNotContain(made.json().path("key").asString());
        var program = floor.as(made.json().path("key").asString());
        assertThat(program.get("/api/v1/me").status()).as("keys are not people").isEqualTo(403);
        assertThat(admin.delete("/api/v1/api-keys/" + made.json().path("id").asString())
                        .status())
                .isEqualTo(204);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keysAreForAdministratorsToMake() {
        var body = "{\"name\":\"forum\",\"scopes\":[\"items:write\"]}";
        assertThat(floor.post("/api/v1/api-keys", body).status()).isEqualTo(401);
        assertThat(floor.as(TestCallers.key(Scope.values()))
                        .post("/api/v1/api-keys", body)
                        .status())
                .isEqualTo(403);
        assertThat(floor.as(TestCallers.person("sue", Role.SUPERVISOR).token())
                        .post("/api/v1/api-keys", body)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void settingsAreThePersonsOwn() {
        var mod = floor.as(TestCallers.person("mo", Role.MODERATOR).token());
        assertThat(mod.put("/api/v1/me/settings", "{\"theme\":\"dark\"}").status())
                .isEqualTo(200);
        assertThat(mod.get("/api/v1/me").json().path("settings").path("theme").asString())
                .isEqualTo("dark");
        assertThat(mod.get("/api/v1/people").status()).isEqualTo(403);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(sue.get("/api/v1/people?limit=1").json().path("next").asString())
                .isEqualTo("ann");
        assertThat(sue.get("/api/v1/people").body()).contains("\"mo\"").doesNotContain("dark");
    }

    private FloorClient.Answer signIn(String name, String password) {
        return floor.post("/api/v1/session", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }
}
