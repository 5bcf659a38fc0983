package dev.docket.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorClient.Answer;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.item.Route;
import dev.docket.dto.people.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Editing policies, and letting them act.
@FloorTest
class PolicyEditingTest {
    private static final String SPAM = """
            {"title":"Spam","text":"One.\\nThree.","labels":[
               {"label":"spam","language":"*","review":0.6,"act":%s,"primary":true},
               {"label":"spam","language":"de","review":0.7,"act":null,"primary":true}],
             "defaultSeverity":1,"allowedActions":["WARN","REMOVE"],"defaultAction":"REMOVE",
             "minimumRole":"SENIOR","skills":["fraud"],"graceSeconds":30}
            """;

    @Autowired
    private FloorClient floor;

    @Autowired
    private PolicyBook policies;

    private FloorClient lead;
    private FloorClient other;
    private FloorClient moderator;

    @BeforeEach
    void signIn() {
        policies.changed();
        lead = floor.as(TestCallers.person("lea", Role.POLICY).token());
        other = floor.as(TestCallers.person("leo", Role.POLICY).token());
        moderator = floor.as(TestCallers.person("mia", Role.MODERATOR).token());
    }

    @Test
    void publishingMakesTheNextVersionAndKeepsTheOneBefore() {
        var read = lead.get("/api/v1/policies/spam");
        var published = publish(lead, "spam", SPAM.formatted("null"), read.header("ETag"));

        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.header("ETag")).isEqualTo("\"2\"");
        assertThat(published.json().path("publishedBy").path("displayName").asString())
                .isEqualTo("lea");
        assertThat(policies.byKey("spam").orElseThrow().version()).isEqualTo(2);
        assertThat(policies.byKey("spam", 1).orElseThrow().title()).isEqualTo("Spam and scams");
        var versions = lead.get("/api/v1/policies/spam/versions").json();
        assertThat(versions.path(0).path("changed").toString()).contains("title", "text", "labels/spam/de", "skills");
        var diff = lead.get("/api/v1/policies/spam/diff?from=1&to=2").json();
        assertThat(diff.path("text").findValuesAsString("kind")).contains("ADDED", "REMOVED");
        assertThat(policies.route(Map.of("spam", 0.65), "de").route()).isEqualTo(Route.ALLOW);
        assertThat(policies.route(Map.of("spam", 0.65), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void aChangeNeedsTheVersionItIsOf() {
        assertThat(publish(lead, "spam", SPAM.formatted("null"), null).status()).isEqualTo(428);
        publish(lead, "spam", SPAM.formatted("null"), "\"1\"");
        var stale = publish(lead, "spam", SPAM.formatted("null"), "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.slug()).isEqualTo("changed-meanwhile");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var refused = publish(lead, "spam", """
                {"title":" ","text":"x","labels":[
                   {"label":"nonsense","review":1.5,"primary":true},
                   {"label":"spam","language":"de","review":0.6,"act":0.5}],
                 "defaultSeverity":5,"allowedActions":["WARN"],"defaultAction":"BAN","minimumRole":"ML"}
                """, "\"1\"");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsString("pointer"))
                .contains(
                        "/title",
                        "/labels/0/label",
                        "/labels/0/review",
                        "/labels/1/act",
                        "/labels/1/language",
                        "/defaultSeverity",
                        "/defaultAction",
                        "/minimumRole");
        assertThat(policies.byKey("spam").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void everybodyReadsAndOnlyPolicyLeadsWrite() {
        assertThat(moderator.get("/api/v1/policies").json().size()).isEqualTo(10);
        assertThat(publish(moderator, "spam", SPAM.formatted("null"), "\"1\"").status())
                .isEqualTo(403);
        assertThat(moderator
                        .post("/api/v1/policies/spam/automation", "{\"on\":true}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aNewPolicyHasItsOwnQueueAtOnce() {
        String body = "{\"key\":\"gambling\",\"policy\":%s}".formatted(SPAM.formatted("null"));
        assertThat(lead.post("/api/v1/policies", body).status()).isEqualTo(201);
        assertThat(lead.post("/api/v1/policies", body).slug()).isEqualTo("policy-exists");
        var senior = floor.as(TestCallers.person("sam", Role.SENIOR).token());
        assertThat(policies.byKey("gambling")).isPresent();
        assertThat(senior.get("/api/v1/queues").body())
                .as("only who has the skill may decide")
                .doesNotContain("gambling");
    }

    @Test
    void actingTakesTwoPeopleAndStoppingOne() {
        publish(lead, "spam", SPAM.formatted("0.9"), "\"1\"");
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.REVIEW);

        assertThat(turn(lead, true).status()).isEqualTo(202);
        assertThat(turn(lead, true).slug()).isEqualTo("second-approver-needed");
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.REVIEW);
        var on = turn(other, true);
        assertThat(on.status()).isEqualTo(200);
        assertThat(on.json().path("acting").asBoolean()).isTrue();
        assertThat(policies.route(Map.of("spam", 0.95), "en").actingPolicy()).isEqualTo("spam");

        assertThat(turn(lead, false).json().path("state").asString()).isEqualTo("OFF");
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void theSwitchForAllStopsWhatTwoPeopleAgreedOn() {
        publish(lead, "spam", SPAM.formatted("0.9"), "\"1\"");
        turn(lead, true);
        turn(other, true);
        assertThat(lead.put("/api/v1/automation", "{\"on\":false}").status()).isEqualTo(200);
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.REVIEW);
        lead.put("/api/v1/automation", "{\"on\":true}");
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.ACT);
        var admin = floor.as(TestCallers.person("ada", Role.ADMIN).token());
        assertThat(admin.get("/api/v1/audit?limit=50").body())
                .contains("automation.stopped", "policy.automation-asked", "policy.automation-on");
    }

    @Test
    void whatTheMachineDoesCannotBeMovedByOnePersonAlone() {
        publish(lead, "spam", SPAM.formatted("0.9"), "\"1\"");
        turn(lead, true);
        turn(other, true);
        var lowered = publish(lead, "spam", SPAM.formatted("0.61"), "\"2\"");

        assertThat(lowered.json().path("automation").path("state").asString()).isEqualTo("OFF");
        assertThat(policies.route(Map.of("spam", 0.95), "en").route()).isEqualTo(Route.REVIEW);
    }

    @Test
    void withoutAThresholdToActThereIsNothingToSwitchOn() {
        assertThat(turn(lead, true).slug()).isEqualTo("not-automatic");
    }

    @Test
    void theAuditShareIsVersionedAndUsed() {
        var read = lead.get("/api/v1/audit-share");
        assertThat(read.header("ETag")).isEqualTo("\"0\"");
        assertThat(put("/api/v1/audit-share", lead, "{\"share\":1.5}", "\"0\"").status())
                .isEqualTo(422);
        assertThat(put("/api/v1/audit-share", lead, "{\"share\":0.25}", "\"0\"").status())
                .isEqualTo(200);
        assertThat(put("/api/v1/audit-share", lead, "{\"share\":0.5}", "\"0\"").status())
                .isEqualTo(412);
        assertThat(policies.auditShare()).hasValue(0.25);
    }

    private static Answer turn(FloorClient by, boolean on) {
        return by.post("/api/v1/policies/spam/automation", "{\"on\":" + on + "}");
    }

    private static Answer publish(FloorClient by, String key, String draft, @Nullable String ifMatch) {
        return put("/api/v1/policies/" + key, by, draft, ifMatch);
    }

    private static Answer put(String path, FloorClient by, String body, @Nullable String ifMatch) {
        String[] headers = ifMatch == null ? new String[0] : new String[] {"If-Match", ifMatch};
        return by.send(by.request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body)));
    }
}
