package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.people.ClearanceChanged;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class RunningTheFloorTest {
    @Autowired
    private FloorClient floor;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TaskInvolvement involvement;

    @Autowired
    private ReporterTrust reporters;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aHoldOutlastsTheLeaseAndARenewalDoesNotShortenIt() {
        var ann = moderator("ann");
        Tasks.waiting("spam");
        var task = claim(ann);
        var until = Instant.now().plus(Duration.ofHours(2));

        var held = ann.post(
                "/api/v1/tasks/" + task.id() + "/hold",
                "{\"lease\":%d,\"until\":\"%s\",\"comment\":\"asking legal\"}".formatted(task.lease(), until));
        ann.post(
                "/api/v1/leases/renew",
                "{\"leases\":[{\"taskId\":\"%s\",\"number\":%d}]}".formatted(task.id(), task.lease()));

        assertThat(held.status()).isEqualTo(200);
        assertThat(minutesLeft(task.id())).isGreaterThan(110);
        assertThat(ann.post(
                                "/api/v1/tasks/" + task.id() + "/hold",
                                "{\"lease\":%d,\"until\":\"%s\"}"
                                        .formatted(task.lease(), Instant.now().plus(Duration.ofHours(9))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aColleagueIsAskedAnswersAndIsInvolvedFromThenOn() {
        var ann = moderator("ann");
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var asBob = floor.as(bob.token());
        Tasks.waiting("spam");
        var task = claim(ann);

        var asked = ann.post(
                "/api/v1/tasks/" + task.id() + "/questions", "{\"to\":\"bob\",\"question\":\"Is this satire?\"}");
        var seen = asBob.get("/api/v1/me/questions").json().path("toAnswer").path(0);
        var answered = asBob.post(
                "/api/v1/questions/" + asked.json().path("id").asString() + "/answer", "{\"answer\":\"It is.\"}");

        assertThat(asked.status()).isEqualTo(201);
        assertThat(seen.path("question").asString()).isEqualTo("Is this satire?");
        assertThat(seen.path("item").path("text").asString()).isEqualTo("you are an idiot");
        assertThat(answered.status()).isEqualTo(204);
        var mine = ann.get("/api/v1/me/questions").json().path("asked").path(0);
        assertThat(mine.path("answer").asString()).isEqualTo("It is.");
        assertThat(mine.path("answeredBy").asString()).isEqualTo("bob");
        assertThat(involvement.of(itemOf(task.id()))).containsExactly(bob.id());
        assertThat(asBob.post(
                                "/api/v1/questions/" + asked.json().path("id").asString() + "/answer",
                                "{\"answer\":\"Again.\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void colleaguesAreThoseWhoCouldTakeTheTask() {
        var ann = moderator("ann");
        TestCallers.person("bob", Role.MODERATOR);
        TestCallers.person("only-hate", "{*}", "{hate}", Role.MODERATOR);
        TestCallers.person("mel", Role.ML);
        Tasks.waiting("spam");
        var task = claim(ann);
        String path = "/api/v1/tasks/" + task.id() + "/colleagues";

        assertThat(names(ann, path)).containsExactly("bob");
        assertThat(names(ann, path + "?name=BO")).containsExactly("bob");
        assertThat(names(ann, path + "?name=nobody")).isEmpty();
        assertThat(moderator("cat").get(path).status()).isEqualTo(404);
    }

    @Test
    void aSupervisorIsToldWhoCouldTakeATaskThatSomebodyElseHolds() {
        var ann = moderator("ann");
        TestCallers.person("bob", Role.MODERATOR);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        Tasks.waiting("spam");
        var task = claim(ann);

        assertThat(names(sue, "/api/v1/tasks/" + task.id() + "/colleagues")).containsExactlyInAnyOrder("ann", "bob");
        assertThat(sue.get("/api/v1/tasks/" + UUID.randomUUID() + "/colleagues").status())
                .isEqualTo(404);
    }

    @Test
    void anAppealIsPutDownAndIsAnybodysAgain() {
        var ann = moderator("ann");
        Tasks.waiting("spam");
        var task = claim(ann);
        String path = "/api/v1/tasks/" + task.id() + "/put-down";
        String lease = "{\"lease\":" + task.lease() + "}";

        assertThat(ann.post(path, lease).status())
                .as("a first look is skipped instead")
                .isEqualTo(422);
        jdbc.sql("UPDATE review_task SET kind = 'APPEAL'").update();
        assertThat(ann.post(path, "{\"lease\":999}").status()).isEqualTo(409);
        assertThat(ann.post(path, lease).status()).isEqualTo(204);
        assertThat(jdbc.sql("SELECT state FROM review_task").query(String.class).single())
                .isEqualTo("OPEN");
        assertThat(ann.post(path, lease).status()).isEqualTo(409);
        jdbc.sql("UPDATE review_task SET kind = 'FIRST'").update();
        assertThat(claim(ann).id()).isEqualTo(task.id());
    }

    @Test
    void aBlindSecondLookNamesNobody() {
        var ann = moderator("ann");
        TestCallers.person("bob", Role.MODERATOR);
        Tasks.waiting("spam");
        var task = claim(ann);
        jdbc.sql("UPDATE review_task SET kind = 'SECOND', round = 2").update();
        String path = "/api/v1/tasks/" + task.id();

        assertThat(names(ann, path + "/colleagues")).isEmpty();
        assertThat(ann.post(path + "/questions", "{\"to\":\"bob\",\"question\":\"Well?\"}")
                        .status())
                .isEqualTo(422);
        assertThat(ann.post(path + "/questions", "{\"question\":\"Well?\"}").status())
                .isEqualTo(201);
        assertThat(ann.post(path + "/escalate", "{\"lease\":%d,\"to\":{\"person\":\"bob\"}}".formatted(task.lease()))
                        .status())
                .isEqualTo(422);
    }

    private static List<String> names(FloorClient who, String path) {
        return who.get(path)
                .json()
                .valueStream()
                .map(one -> one.path("username").asString())
                .toList();
    }

    @Test
    void aQuestionToNobodyInParticularIsTheSupervisors() {
        var ann = moderator("ann");
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        var bob = moderator("bob");
        Tasks.waiting("spam");
        var task = claim(ann);

        ann.post("/api/v1/tasks/" + task.id() + "/questions", "{\"question\":\"May I?\"}");

        assertThat(sue.get("/api/v1/me/questions").json().path("toAnswer").size())
                .isEqualTo(1);
        assertThat(bob.get("/api/v1/me/questions").json().path("toAnswer").size())
                .isZero();
    }

    @Test
    void aSupervisorTakesATaskBackAndGivesItToSomebody() {
        var ann = moderator("ann");
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        TestCallers.person("only-hate", "{*}", "{hate}", Role.MODERATOR);
        Tasks.waiting("spam");
        var task = claim(ann);
        String path = "/api/v1/tasks/" + task.id() + "/reassign";

        assertThat(ann.post(path, "{}").status()).isEqualTo(403);
        assertThat(sue.post(path, "{\"to\":{\"person\":\"only-hate\"}}").status())
                .isEqualTo(422);
        assertThat(sue.post(path, "{\"to\":{\"queue\":\"appeals\"}}").status()).isEqualTo(422);
        assertThat(sue.post(path, "{\"to\":{\"person\":\"bob\"},\"comment\":\"you know them\"}")
                        .status())
                .isEqualTo(204);

        assertThat(ann.post(
                                "/api/v1/tasks/" + task.id() + "/skip",
                                "{\"lease\":%d,\"reason\":\"UNCLEAR\"}".formatted(task.lease()))
                        .status())
                .isEqualTo(409);
        assertThat(claimed(ann)).isZero();
        assertThat(claimed(floor.as(bob.token()))).isEqualTo(1);
        assertThat(audited("task.reassigned")).isEqualTo(1);
    }

    @Test
    void aQueueIsDrainedByLanguage() {
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        Tasks.waiting("spam", "de", 60);
        Tasks.waiting("spam", "de", 90);
        Tasks.waiting("spam", "en", 60);

        var moved = sue.post("/api/v1/queues/spam/drain", "{\"to\":\"harassment\",\"language\":\"de\"}");

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json().path("tasks").asInt()).isEqualTo(2);
        assertThat(waiting("spam")).isEqualTo(1);
        assertThat(waiting("harassment")).isEqualTo(2);
        assertThat(audited("queue.drained")).isEqualTo(1);
        assertThat(sue.post("/api/v1/queues/appeals/drain", "{\"to\":\"spam\"}").status())
                .isEqualTo(422);
        assertThat(sue.post("/api/v1/floor/move", "{\"from\":\"harassment\",\"to\":\"spam\",\"atMost\":1}")
                        .json()
                        .path("tasks")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatAPersonHoldsIsHandedOn() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        Tasks.waiting("spam");
        Tasks.waiting("spam");
        claim(floor.as(ann.token()));
        claim(floor.as(ann.token()));

        var moved = sue.post(
                "/api/v1/floor/hand-on",
                "{\"person\":\"%s\",\"to\":\"%s\",\"reason\":\"went home\"}".formatted(ann.id(), bob.id()));

        assertThat(moved.json().path("tasks").asInt()).isEqualTo(2);
        assertThat(claimed(floor.as(ann.token()))).isZero();
        assertThat(claimed(floor.as(bob.token()))).isEqualTo(1);
    }

    @Test
    void whoLosesAClearanceLosesWhatTheyHoldOfIt() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        Tasks.waiting("spam");
        Tasks.waiting("hate");
        claim(floor.as(ann.token()));
        claim(floor.as(ann.token()));
        jdbc.sql("UPDATE person SET queues = '{hate}' WHERE id = :id")
                .param("id", ann.id())
                .update();

        transaction.executeWithoutResult(status -> events.publishEvent(new ClearanceChanged(ann.id())));

        assertThat(jdbc.sql("SELECT queue_key FROM review_task WHERE state = 'CLAIMED'")
                        .query(String.class)
                        .list())
                .containsExactly("hate");
    }

    @Test
    void supervisorsSeeTheFloor() {
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        Tasks.waiting("spam", "en", -60);
        Tasks.waiting("spam", "en", 7200);
        Tasks.waiting("hate", "en", -120);
        Tasks.waiting("adjudication", "en", 600);
        sue.put("/api/v1/queues/spam/target", "{\"minutes\":30}");
        claim(floor.as(ann.token()));

        var view = sue.get("/api/v1/floor");

        assertThat(view.status()).isEqualTo(200);
        var spam = queue(view, "spam");
        assertThat(spam.path("waiting").asInt()).isEqualTo(2);
        assertThat(spam.path("late").asInt()).isEqualTo(1);
        assertThat(spam.path("targetMinutes").asInt()).isEqualTo(30);
        assertThat(queue(view, "hate").path("people").path(0).asString())
                .isEqualTo(ann.id().toString());
        var person = view.json().path("people").path(0);
        assertThat(person.path("held").asInt()).isEqualTo(1);
        assertThat(person.path("queue").asString()).isEqualTo("hate");
        assertThat(view.json().path("needs").path(0).path("kind").asString()).isEqualTo("ESCALATION");
        assertThat(floor.as(ann.token()).get("/api/v1/floor").status()).isEqualTo(403);
        assertThat(sue.get("/api/v1/floor/forecast").status()).isEqualTo(200);
    }

    @Test
    void whatASupervisorIsKeptFromIsSaidToThemAlone() {
        var ida = TestCallers.person("ida", Role.SUPERVISOR);
        var sue = TestCallers.person("sue", Role.SUPERVISOR);
        var task = Tasks.waiting("adjudication", "en", 600);
        jdbc.sql(
                        "INSERT INTO review_task_skip (task_id, person_id, reason, skipped_at) VALUES (:task, :ida, 'INVOLVED', now())")
                .param("task", task)
                .param("ida", ida.id())
                .update();

        assertThat(kept(ida)).isTrue();
        assertThat(kept(sue)).isFalse();
    }

    private boolean kept(TestCallers.SignedIn supervisor) {
        var needs = floor.as(supervisor.token()).get("/api/v1/floor").json().path("needs");
        assertThat(needs).hasSize(1);
        return needs.path(0).path("kept").asBoolean();
    }

    @Test
    void aTargetCutsTheSlackOfWhatComesNext() {
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());

        assertThat(sue.put("/api/v1/queues/spam/target", "{\"minutes\":4}").status())
                .isEqualTo(422);
        assertThat(sue.put("/api/v1/queues/nothing/target", "{\"minutes\":40}").status())
                .isEqualTo(404);
        assertThat(sue.put("/api/v1/queues/spam/target", "{\"minutes\":10}").status())
                .isEqualTo(200);
        var targets = new QueueTargets(jdbc);

        assertThat(targets.cut("spam", 7_200)).isEqualTo(600);
        assertThat(targets.cut("spam", 300)).isEqualTo(300);
        assertThat(targets.cut("hate", 7_200)).isEqualTo(7_200);
        sue.put("/api/v1/queues/spam/target", "{\"minutes\":null}");
        assertThat(new QueueTargets(jdbc).cut("spam", 7_200)).isEqualTo(7_200);
    }

    @Test
    void reportsWeighByWhatBecameOfTheirReportersOthers() {
        for (int i = 0; i < 8; i++) {
            UUID past = Tasks.item("past " + i);
            report(past, "always-right", null);
            report(past, "always-wrong", "hate");
            transaction.executeWithoutResult(status -> reporters.judge(past, List.of("spam")));
        }
        UUID item = Tasks.item("now");
        report(item, "always-right", null);
        report(item, "always-wrong", null);
        report(item, "newcomer", null);

        var trust = reporters.of(Set.of(item));

        assertThat(trust.get(new ReporterTrust.Reported(item, "always-right"))).isCloseTo(0.9, within(1e-9));
        assertThat(trust.get(new ReporterTrust.Reported(item, "always-wrong"))).isCloseTo(0.1, within(1e-9));
        assertThat(trust.get(new ReporterTrust.Reported(item, "newcomer"))).isCloseTo(0.5, within(1e-9));
        assertThat(reporters.weigh(item, 3)).isEqualTo(3);
        assertThat(reporters.weigh(item, 10)).isEqualTo(10);
    }

    @Test
    void reportsThatSayTheSameAreShownOnce() {
        var ann = moderator("ann");
        Tasks.waiting("spam");
        UUID item =
                jdbc.sql("SELECT item_id FROM review_task").query(UUID.class).single();
        report(item, "one", "spam");
        report(item, "two", "spam");
        report(item, "three", "hate");

        var reports = ann.post("/api/v1/claims", "{\"count\":1}")
                .json()
                .path("tasks")
                .path(0)
                .path("evidence")
                .path("reports");

        assertThat(reports.size()).isEqualTo(2);
        assertThat(reports.path(0).path("count").asInt()).isEqualTo(2);
        assertThat(reports.path(0).path("trust").asDouble()).isEqualTo(0.5);
    }

    @Test
    void whoElseLooksIsSeenByThoseWhoHaveBusinessThere() {
        var ann = moderator("ann");
        var sue = floor.as(TestCallers.person("sue", Role.SUPERVISOR).token());
        Tasks.waiting("spam");
        var task = claim(ann);
        UUID item = itemOf(task.id());

        var others = sue.post("/api/v1/items/" + item + "/looking", "{}");
        var where = sue.get("/api/v1/items/" + item + "/whereabouts");

        assertThat(others.json().path("others").path(0).path("displayName").asString())
                .isEqualTo("ann");
        assertThat(others.json().path("others").path(0).path("holds").asBoolean())
                .isTrue();
        assertThat(ann.post("/api/v1/items/" + item + "/looking", "{}")
                        .json()
                        .path("others")
                        .size())
                .isEqualTo(1);
        assertThat(moderator("bob")
                        .post("/api/v1/items/" + item + "/looking", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(where.json().path("tasks").path(0).path("holder").asString()).isEqualTo("ann");
    }

    @Test
    void anHoursForecastWidensWithWhatTheWeeksShowed() {
        var steady = Forecasts.hour(new Forecasts.Seen("spam", 10, 40, 400), 4, 5.0);
        var bursting = Forecasts.hour(new Forecasts.Seen("spam", 10, 40, 1_600), 4, null);

        assertThat(steady.expected()).isEqualTo(10);
        assertThat(steady.people()).isEqualTo(2);
        assertThat(steady.high() - steady.low()).isLessThan(bursting.high() - bursting.low());
        assertThat(bursting.people()).isNull();
    }

    private static tools.jackson.databind.JsonNode queue(FloorClient.Answer view, String key) {
        for (var queue : view.json().path("queues")) {
            if (queue.path("key").asString().equals(key)) {
                return queue;
            }
        }
        throw new AssertionError(key);
    }

    private void report(UUID item, String reporter, @org.jspecify.annotations.Nullable String policy) {
        jdbc.sql("""
                        INSERT INTO item_report (id, item_id, reporter, policy_key, reported_at)
                        VALUES (gen_random_uuid(), :item, :reporter, :policy, now())
                        """)
                .param("item", item)
                .param("reporter", reporter)
                .param("policy", policy, java.sql.Types.VARCHAR)
                .update();
    }

    private FloorClient moderator(String name) {
        return floor.as(TestCallers.person(name, Role.MODERATOR).token());
    }

    private record Claimed(String id, long lease) {}

    private static Claimed claim(FloorClient person) {
        var task = person.post("/api/v1/claims", "{\"count\":1}")
                .json()
                .path("tasks")
                .path(0);
        return new Claimed(
                task.path("id").asString(), task.path("lease").path("number").asLong());
    }

    private static int claimed(FloorClient person) {
        return person.post("/api/v1/claims", "{\"count\":1}")
                .json()
                .path("tasks")
                .size();
    }

    private UUID itemOf(String task) {
        return jdbc.sql("SELECT item_id FROM review_task WHERE id = :id::uuid")
                .param("id", task)
                .query(UUID.class)
                .single();
    }

    private int minutesLeft(String task) {
        return jdbc.sql("""
                        SELECT (extract(epoch FROM leased_until - clock_timestamp()) / 60)::int FROM review_task
                         WHERE id = :id::uuid
                        """).param("id", task).query(Integer.class).single();
    }

    private int waiting(String queue) {
        return jdbc.sql("SELECT count(*) FROM review_task WHERE queue_key = :queue AND state = 'OPEN'")
                .param("queue", queue)
                .query(Integer.class)
                .single();
    }

    private int audited(String action) {
        return jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = :action")
                .param("action", action)
                .query(Integer.class)
                .single();
    }
}
