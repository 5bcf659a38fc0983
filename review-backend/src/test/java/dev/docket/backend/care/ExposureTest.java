package dev.docket.backend.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@FloorTest
class ExposureTest {
    private static final String OWN = "/api/v1/me/exposure";

    @Autowired
    private FloorClient anybody;

    @Autowired
    private HarshQueues harsh;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    private TestCallers.SignedIn ann;
    private FloorClient moderator;

    @BeforeEach
    void signIn() {
        ann = TestCallers.person("ann", Role.MODERATOR);
        moderator = anybody.as(ann.token());
    }

    @Test
    void aDecisionCountsForWhoTookIt() {
        decide("hate", 3, 20_000);
        decide("hate", 1, 10_000);
        var own = moderator.get(OWN);
        assertThat(own.header("cache-control")).contains("no-store");
        var today = own.json().path("today");
        assertThat(today.path("points").asDouble()).isEqualTo(70);
        assertThat(today.path("seconds").asLong()).isEqualTo(30);
        assertThat(today.path("harshSeconds").asLong()).isEqualTo(20);
        assertThat(today.path("items").asInt()).isEqualTo(2);
        assertThat(own.json().path("capReached").asBoolean()).isFalse();
    }

    @Test
    void onlyTheSecondsInWhichItWasShownCount() {
        var task = claimed("hate");
        var decided = moderator.post(
                "/api/v1/tasks/" + task.path("id").asString() + "/decision",
                """
                {"lease":%d,"outcome":"VIOLATION","violations":[{"policy":"hate","severity":3}],"actions":[],
                 "elapsedMs":60000,"revealed":"FULL","shown":{"textMs":4000,"greyMs":0,"fullMs":0}}""".formatted(task.path("lease").path("number").asLong()),
                "Idempotency-Key",
                task.path("id").asString());
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);

        var today = moderator.get(OWN).json().path("today");
        assertThat(today.path("points").asDouble()).isEqualTo(12);
        assertThat(today.path("seconds").asLong()).isEqualTo(4);
    }

    @Test
    void whoSkipsAnItemOrHandsItOnHasSeenIt() {
        var skipped = claimed("hate");
        jdbc.sql("UPDATE review_task SET severity = 4").update();
        assertThat(giveUp(skipped, "skip", "\"reason\":\"TOO_HARD\"", -1).status())
                .isEqualTo(422);
        assertThat(giveUp(skipped, "skip", "\"reason\":\"TOO_HARD\"", 10_000).status())
                .isEqualTo(204);
        var handedOn = claimed("hate");
        jdbc.sql("UPDATE review_task SET severity = 3").update();
        assertThat(giveUp(handedOn, "escalate", "\"to\":{\"queue\":\"spam\"}", 5_000)
                        .status())
                .isEqualTo(204);

        var today = moderator.get(OWN).json().path("today");
        assertThat(today.path("points").asDouble()).isEqualTo(4 * 10 + 3 * 5);
        assertThat(today.path("items").asInt()).isEqualTo(2);
    }

    private FloorClient.Answer giveUp(JsonNode task, String how, String why, long textMs) {
        return moderator.post("/api/v1/tasks/" + task.path("id").asString() + "/" + how, """
                {"lease":%d,%s,"shown":{"textMs":%d,"greyMs":0,"fullMs":0}}""".formatted(
                        task.path("lease").path("number").asLong(), why, textMs));
    }

    /// Cell by cell: nobody's role opens anybody else's figures, and no path could ask for them.
    @Test
    void nobodyElseSeesIt() {
        decide("hate", 3, 123_457);
        for (var role : Role.values()) {
            var other =
                    anybody.as(TestCallers.person("p" + role.ordinal(), role).token());
            var answer = other.get(OWN);
            if (Set.of(Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR).contains(role)) {
                assertThat(answer.json().path("today").path("points").asDouble())
                        .as("%s sees their own", role)
                        .isZero();
            } else {
                assertThat(answer.status()).as(role.name()).isEqualTo(403);
            }
            assertThat(other.get(OWN + "?person=" + ann.id()).body()).doesNotContain("370");
            assertThat(other.get(OWN + "/" + ann.id()).status()).isEqualTo(404);
        }
        assertThat(anybody.as(TestCallers.key(Scope.values())).get(OWN).status())
                .isEqualTo(403);
        assertThat(anybody.get(OWN).status()).isEqualTo(401);
        assertThat(pathsOf("Care")).containsExactlyInAnyOrder(OWN, OWN + "/settings", "/api/v1/care/aggregate");
    }

    @Test
    void theTrailAndOthersKnowNothingOfIt() {
        decide("hate", 3, 123_457);
        moderator.put(OWN + "/settings", "{\"reminders\":false,\"breakEveryMinutes\":33,\"dailyCap\":4321}");
        var details = jdbc.sql("SELECT details::text FROM audit_entry")
                .query(String.class)
                .list();
        assertThat(details).isNotEmpty();
        assertThat(withoutIds(details.toString())).doesNotContain("370", "123457", "4321", "33");
        var supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        assertThat(withoutIds(supervisor.get("/api/v1/people").body())).doesNotContain("4321", "370");
    }

    @Test
    void afterTheCapHarshQueuesAreNotOffered() {
        moderator.put(OWN + "/settings", "{\"reminders\":true,\"breakEveryMinutes\":50,\"dailyCap\":50}");
        assertThat(offered("hate", "spam")).containsExactlyInAnyOrder("hate", "spam");
        decide("hate", 3, 20_000);
        assertThat(moderator.get(OWN).json().path("capReached").asBoolean()).isTrue();
        assertThat(offered("hate", "violence", "spam", "appeals")).containsExactlyInAnyOrder("spam", "appeals");
        assertThatThrownBy(() -> offered("hate", "violence"))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refused -> assertThat(refused.kind().slug()).isEqualTo("exposure-limit-reached"));
        jdbc.sql("UPDATE exposure SET day = day - 1").update();
        harsh.forget(ann.id());
        assertThat(offered("hate")).as("a new day").containsExactly("hate");
    }

    @Test
    void muchHarshWorkInOneGoLetsHarshQueuesRest() {
        decide("hate", 3, 1_000);
        jdbc.sql("UPDATE work_stretch SET harsh_seconds = 1799").update();
        decide("hate", 3, 1_000);
        assertThat(moderator.get(OWN).json().path("restUntil").asString()).startsWith("20");
        assertThat(offered("hate", "spam")).containsExactly("spam");
        jdbc.sql("UPDATE work_stretch SET rest_until = now() - interval '1 second'")
                .update();
        harsh.forget(ann.id());
        assertThat(offered("hate")).containsExactly("hate");
    }

    @Test
    void aBreakBeginsAnotherStretch() {
        decide("spam", 1, 1_000);
        jdbc.sql("""
                UPDATE work_stretch SET began_at = began_at - interval '49 min', last_at = last_at - interval '11 min',
                                        harsh_seconds = 1700
                """).update();
        decide("spam", 1, 1_000);
        assertThat(stretchMinutes()).isZero();
        assertThat(jdbc.sql("SELECT harsh_seconds FROM work_stretch")
                        .query(Double.class)
                        .single())
                .isZero();
    }

    @Test
    void longWorkIsRemindedOfOnceAndOnlyIfWanted() {
        moderator.put(OWN + "/settings", "{\"reminders\":true,\"breakEveryMinutes\":20,\"dailyCap\":null}");
        decide("spam", 1, 1_000);
        jdbc.sql("UPDATE work_stretch SET began_at = began_at - interval '21 min'")
                .update();
        decide("spam", 1, 1_000);
        var reminded = remindedAt();
        assertThat(reminded).isNotNull();
        decide("spam", 1, 1_000);
        assertThat(remindedAt()).isEqualTo(reminded);
        moderator.put(OWN + "/settings", "{\"reminders\":false,\"breakEveryMinutes\":20,\"dailyCap\":null}");
        jdbc.sql("UPDATE work_stretch SET reminded_at = reminded_at - interval '21 min'")
                .update();
        var before = remindedAt();
        decide("spam", 1, 1_000);
        assertThat(remindedAt()).isEqualTo(before);
    }

    @Test
    void aCapOfOnesOwnIsLower() {
        var refused =
                moderator.put(OWN + "/settings", "{\"reminders\":true,\"breakEveryMinutes\":5,\"dailyCap\":1000000}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").size()).isEqualTo(2);
    }

    @Test
    void supervisorsSeeWholeWeeksOfAtLeastFive() {
        var supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        var monday =
                LocalDate.now(ZoneOffset.UTC).minusWeeks(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (int i = 0; i < 4; i++) {
            worked(monday.plusDays(i), 100 * (i + 1));
        }
        var path = "/api/v1/care/aggregate?week=" + week(monday);
        assertThat(supervisor.get(path).slug()).isEqualTo("too-few-people");
        worked(monday.plusDays(6), 500);
        var week = supervisor.get(path).json();
        assertThat(week.path("people").asInt()).isEqualTo(5);
        assertThat(week.path("pointsADay").asDouble()).isEqualTo(300);
        assertThat(supervisor
                        .get("/api/v1/care/aggregate?week=" + week(monday.plusWeeks(1)))
                        .status())
                .as("a week that is not over")
                .isEqualTo(422);
        assertThat(supervisor.get("/api/v1/care/aggregate?week=2026-11-21").status())
                .isEqualTo(422);
        assertThat(supervisor.get("/api/v1/care/aggregate?week=2025-W53").status())
                .isEqualTo(422);
        assertThat(moderator.get(path).status()).isEqualTo(403);
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "");
    }

    private void worked(LocalDate day, int points) {
        jdbc.sql("INSERT INTO exposure VALUES (:person, :day, :points, 60, 0, 1)")
                .param("person", Ids.next())
                .param("day", day)
                .param("points", points)
                .update();
    }

    private static String week(LocalDate monday) {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private Set<String> offered(String... queues) {
        var person = new dev.docket.backend.platform.Caller.Person(
                ann.id(), "ann", Set.of(Role.MODERATOR), Set.of("*"), Set.of("*"));
        return harsh.offered(person, Set.of(queues));
    }

    private JsonNode claimed(String queue) {
        Tasks.waiting(queue);
        JsonNode claimed = moderator
                .post("/api/v1/claims", "{\"queues\":[\"" + queue + "\"],\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
        if (claimed.isMissingNode()) {
            throw new AssertionError("nothing was offered of " + queue);
        }
        return claimed;
    }

    private void decide(String queue, int severity, long elapsed) {
        var claimed = claimed(queue);
        var decided = moderator.post(
                "/api/v1/tasks/" + claimed.path("id").asString() + "/decision",
                """
                {"lease":%d,"outcome":"VIOLATION","violations":[{"policy":"%s","severity":%d}],
                 "actions":[],"elapsedMs":%d,"revealed":"FULL"}""".formatted(claimed.path("lease").path("number").asLong(), queue, severity, elapsed),
                "Idempotency-Key",
                claimed.path("id").asString());
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
    }

    private long stretchMinutes() {
        return jdbc.sql("SELECT extract(epoch FROM now() - began_at)::bigint / 60 FROM work_stretch")
                .query(Long.class)
                .single();
    }

    private java.sql.Timestamp remindedAt() {
        return jdbc.sql("SELECT reminded_at FROM work_stretch")
                .query((row, number) -> row.getTimestamp("reminded_at"))
                .single();
    }

    private Set<String> pathsOf(String controllers) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getSimpleName().startsWith(controllers))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .collect(Collectors.toSet());
    }
}
