package dev.docket.backend.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.SampleImages;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A known image on its way to an action that no person takes, and what stops it.
@FloorTest
class ActingBankTest {
    private static final String POLICY = """
            {"title":"Spam","text":"No spam.","labels":[{"label":"spam","language":"*","review":0.6,"act":0.95,"primary":true}],
             "defaultSeverity":3,"allowedActions":["WARN","REMOVE"],"defaultAction":"REMOVE",
             "minimumRole":"MODERATOR","skills":[],"graceSeconds":30}
            """;

    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Quarantine quarantine;

    private FloorClient admin;
    private FloorClient lead;
    private FloorClient other;
    private String image = "";
    private String hash = "";

    @BeforeEach
    void aBankThatActs() throws Exception {
        admin = floor.as(TestCallers.person("root", Role.ADMIN).token());
        lead = floor.as(TestCallers.person("lea", Role.POLICY).token());
        other = floor.as(TestCallers.person("leo", Role.POLICY).token());
        image = SampleImages.landscape();
        hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Base64.getDecoder().decode(image)));
        var published = lead.send(lead.request("/api/v1/policies/spam", "If-Match", "\"1\"")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(POLICY)));
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        fill(bank("known", "HARMFUL", "\"effect\":\"ACT\",\"policy\":\"spam\",\"severity\":3"), hash);
    }

    private String bank(String name, String purpose, String more) {
        var made = admin.post(
                "/api/v1/hash-banks",
                "{\"name\":\"%s\",\"source\":\"a test\",\"purpose\":\"%s\",%s}".formatted(name, purpose, more));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private void fill(String bank, String line) {
        var answer = admin.send(admin.request("/api/v1/hash-banks/imports?kind=SHA256&bank=" + bank)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(line)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode submitted(String externalId) {
        var answer = floor.as(TestCallers.key(Scope.values()))
                .post("/api/v1/items?wait=true", """
                {"source":"test","externalId":"%s","text":"Look at this lovely place",
                 "media":[{"kind":"IMAGE","base64":"%s"}]}""".formatted(externalId, image));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer turn(FloorClient by) {
        return by.post("/api/v1/policies/spam/automation", "{\"on\":true}");
    }

    private void turnedOnByTwo() {
        assertThat(turn(lead).status()).isEqualTo(202);
        assertThat(turn(other).status()).isEqualTo(200);
    }

    private List<String> decisions(JsonNode item) {
        return jdbc.sql("SELECT kind || ' ' || outcome FROM decision WHERE item_id = :item::uuid")
                .param("item", item.path("id").asString())
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Test
    void itActsOnlyOnceTwoHaveSwitchedThePolicyOn() {
        var before = submitted("a-1");
        assertThat(before.path("route").asString()).isEqualTo("REVIEW");
        assertThat(before.path("routeReason").asString()).contains("known");
        assertThat(turn(lead).status()).isEqualTo(202);
        assertThat(submitted("a-2").path("route").asString()).isEqualTo("REVIEW");
        assertThat(turn(other).status()).isEqualTo(200);

        var after = submitted("a-3");

        assertThat(after.path("route").asString()).isEqualTo("ACT");
        assertThat(decisions(after)).containsExactly("AUTOMATION VIOLATION");
        assertThat(decisions(before)).isEmpty();
        assertThat(after.path("evidence").path("filters").get(0).path("source").asString())
                .isEqualTo("known");
    }

    @Test
    void theSwitchForAllStopsIt() {
        turnedOnByTwo();
        assertThat(lead.put("/api/v1/automation", "{\"on\":false}").status()).isEqualTo(200);

        var item = submitted("s-1");

        assertThat(item.path("route").asString()).isEqualTo("REVIEW");
        assertThat(decisions(item)).isEmpty();
    }

    @Test
    void whatIsKnownToBeGoodIsNotActedOn() {
        turnedOnByTwo();
        fill(bank("ours", "KNOWN_GOOD", "\"effect\":\"SIGNAL\""), hash);

        var item = submitted("g-1");

        assertThat(item.path("route").asString()).isEqualTo("ALLOW");
        assertThat(decisions(item)).isEmpty();
    }

    @Test
    void aHashInQuarantineHasNoForce() {
        turnedOnByTwo();
        jdbc.sql("""
                        INSERT INTO hash_match (hash_id, item_id)
                        SELECT entry.id, gen_random_uuid() FROM hash_entry AS entry, generate_series(1, 100)
                        """).update();
        quarantine.look();

        var item = submitted("q-1");

        assertThat(item.path("route").asString()).isNotEqualTo("ACT");
        assertThat(decisions(item)).isEmpty();
    }
}
