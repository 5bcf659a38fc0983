package dev.docket.backend.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@FloorTest
class AccountsTest {
    private static final String ZOE = """
            {"username":"zoe","displayName":"Zoe","roles":["MODERATOR"],"skills":["medical"],
             "languages":["en","pt-BR"],"queues":["spam"]}
            """;

    @Autowired
    private FloorClient floor;

    private FloorClient admin;
    private TestCallers.SignedIn root;

    @BeforeEach
    void signIn() {
        root = TestCallers.person("root", Role.ADMIN);
        admin = floor.as(root.token());
    }

    @Test
    void whoIsEnteredComesInWithAPasswordShownOnce() {
        var made = admin.post("/api/v1/accounts", ZOE);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String password = made.json().path("password").asString();
        assertThat(admin.get("/api/v1/accounts").body()).contains("\"zoe\"").doesNotContain(password);
        var me = floor.as(signIn("zoe", password)).get("/api/v1/me").json();
        assertThat(me.path("languages").toString()).isEqualTo("[\"en\",\"pt-BR\"]");
        assertThat(me.path("queues").toString()).isEqualTo("[\"spam\"]");
        assertThat(admin.post("/api/v1/accounts", ZOE).slug()).isEqualTo("name-taken");
    }

    @Test
    void everyFaultOfAnAccountIsToldAtOnce() {
        var refused = admin.post("/api/v1/accounts", """
                {"username":"Zoe!","displayName":" ","roles":[],"languages":["english language"],"queues":["a b"]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/username", "/displayName", "/roles", "/languages", "/queues");
    }

    @Test
    void aChangeNeedsTheVersionItIsOf() {
        var zoe = admin.post("/api/v1/accounts", ZOE).json().path("account");
        String change = """
                {"displayName":"Zoe Z","roles":["SENIOR"],"skills":[],"languages":["*"],"queues":["*"]}
                """;
        assertThat(change(zoe, change, null).status()).isEqualTo(428);
        var changed = change(zoe, change, "\"0\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("roles").toString()).isEqualTo("[\"SENIOR\"]");
        assertThat(change(zoe, change, "\"0\"").slug()).isEqualTo("changed-meanwhile");
        assertThat(change(zoe, change, String.valueOf(changed.header("ETag"))).status())
                .isEqualTo(200);
    }

    @Test
    void whoIsDisabledIsOutAtOnceAndMayComeBack() {
        var made = admin.post("/api/v1/accounts", ZOE).json();
        String id = made.path("account").path("id").asString();
        String token = signIn("zoe", made.path("password").asString());
        assertThat(admin.post("/api/v1/accounts/" + id + "/disable", "")
                        .json()
                        .path("disabledAt")
                        .isNull())
                .isFalse();
        assertThat(floor.as(token).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(admin.post("/api/v1/accounts/" + id + "/enable", "").status())
                .isEqualTo(200);
        assertThat(signIn("zoe", made.path("password").asString())).isNotEmpty();
    }

    @Test
    void theLastAdministratorStaysOne() {
        String own = "/api/v1/accounts/" + root.id();
        assertThat(admin.post(own + "/disable", "").slug()).isEqualTo("last-administrator");
        var before = admin.get(own);
        var demoted = admin.send(admin.request(own, "If-Match", String.valueOf(before.header("ETag")))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                        {"displayName":"Root","roles":["POLICY"],"skills":[],"languages":["*"],"queues":["*"]}
                        """)));
        assertThat(demoted.slug()).isEqualTo("last-administrator");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsOnly() {
        var made = admin.post("/api/v1/accounts", ZOE).json();
        String password = made.path("password").asString();
        String here = signIn("zoe", password);
        String there = signIn("zoe", password);
        var zoe = floor.as(here);
        assertThat(changePassword(zoe, "wrong", "a long enough one").status()).isEqualTo(401);
        assertThat(changePassword(zoe, password, "short").status()).isEqualTo(422);
        assertThat(changePassword(zoe, password, "a long enough one").status()).isEqualTo(204);
        assertThat(zoe.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(floor.as(there).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(signIn("zoe", "a long enough one")).isNotEmpty();
    }

    @Test
    void aResetGivesAnotherPasswordAndIsAudited() {
        var made = admin.post("/api/v1/accounts", ZOE).json();
        String id = made.path("account").path("id").asString();
        var reset = admin.post("/api/v1/accounts/" + id + "/password", "").json();
        assertThat(reset.path("password").asString())
                .isNotEqualTo(made.path("password").asString());
        var trail = admin.get("/api/v1/audit?subjectKind=person&subject=" + id);
        assertThat(trail.body())
                .contains("person.entered", "person.password-reset")
                .doesNotContain(reset.path("password").asString());
    }

    @Test
    void accountsAreForAdministrators() {
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(sue.get("/api/v1/accounts").status()).isEqualTo(403);
        assertThat(sue.post("/api/v1/accounts", ZOE).status()).isEqualTo(403);
    }

    private FloorClient.Answer change(JsonNode account, String body, @Nullable String ifMatch) {
        var request = admin.request("/api/v1/accounts/" + account.path("id").asString());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return admin.send(request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private static FloorClient.Answer changePassword(FloorClient who, String current, String next) {
        return who.post("/api/v1/me/password", "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}");
    }

    private String signIn(String name, String password) {
        return floor.post("/api/v1/session", "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .json()
                .path("accessToken")
                .asString();
    }
}
