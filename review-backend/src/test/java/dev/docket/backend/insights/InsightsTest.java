package dev.docket.backend.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.docket.backend.support.Decided;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.people.Role;
import dev.docket.dto.people.Scope;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@FloorTest
class InsightsTest {
    private static final String INSIGHTS = "/api/v1/insights/";
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().ownerDataSource());

    @Autowired
    private StoredWork work;

    @Autowired
    private FloorClient anybody;

    private TestCallers.SignedIn ann;
    private FloorClient moderator;
    private FloorClient supervisor;

    @BeforeEach
    void signIn() {
        ann = TestCallers.person("ann", Role.MODERATOR);
        moderator = anybody.as(ann.token());
        supervisor = anybody.as(TestCallers.person("sue", Role.SUPERVISOR).token());
    }

    @Test
    void anOldTaskShowsInItsQueueAgainstItsTarget() {
        waitingFor(Tasks.waiting("hate"), 90);
        waitingFor(Tasks.waiting("spam"), 30);
        supervisor.put("/api/v1/queues/hate/target", "{\"minutes\":60}");

        var panel = read(moderator, "queue-ages");
        assertThat(panel.path("unit").asString()).isEqualTo("MINUTES");
        var oldest = panel.path("figures").path(0);
        assertThat(oldest.path("key").asString()).isEqualTo("hate");
        assertThat(oldest.path("value").asDouble()).isBetween(90.0, 91.0);
        assertThat(oldest.path("target").asInt()).isEqualTo(60);
        assertThat(oldest.path("missed").asBoolean()).isTrue();
        var other = panel.path("figures").path(1);
        assertThat(other.path("target").isNull()).isTrue();
        assertThat(other.path("missed").asBoolean()).isFalse();
    }

    @Test
    void aModeratorSeesTheQueuesTheyAreClearedFor() {
        Tasks.waiting("hate");
        Tasks.waiting("spam");
        var cleared = anybody.as(
                TestCallers.person("sam", "{*}", "{spam}", Role.MODERATOR).token());

        assertThat(read(cleared, "queue-ages").path("figures").findValuesAsString("key"))
                .containsExactly("spam");
    }

    @Test
    void whatIsDoneInTimeIsAShareWithItsInterval() {
        for (int task = 0; task < 40; task++) {
            done(Tasks.waiting("hate", "en", task < 20 ? 3600 : -3600), 1);
        }
        done(Tasks.waiting("spam"), 1);

        var figures = read(supervisor, "in-time").path("figures");
        assertThat(figures.path(0).path("key").asString()).isEqualTo("all");
        var hate = figures.path(1);
        assertThat(hate.path("value").asDouble()).isEqualTo(0.5);
        assertThat(hate.path("low").asDouble()).isBetween(0.34, 0.36);
        assertThat(hate.path("high").asDouble()).isBetween(0.64, 0.66);
        assertThat(hate.path("of").asInt()).isEqualTo(40);
        assertThat(hate.path("missed").asBoolean()).isTrue();
        assertThat(figures.path(2).path("missed").asBoolean())
                .as("one task says nothing")
                .isFalse();
    }

    @Test
    void whatComesAndWhatIsDoneAreCountedByHourOfADayAndByDayOfAWeek() {
        for (int task = 0; task < 12; task++) {
            Tasks.waiting("hate");
        }
        done(Tasks.waiting("spam"), 0);

        var hours = read(supervisor, "throughput?days=1").path("figures");
        assertThat(hours.size()).isBetween(24, 25);
        var days = read(supervisor, "throughput?days=7").path("figures");
        assertThat(days.size()).isEqualTo(8);
        var today = days.path(7);
        assertThat(today.path("value").asInt()).isEqualTo(1);
        assertThat(today.path("target").asInt()).isEqualTo(13);
        assertThat(today.path("missed").asBoolean()).isTrue();
        assertThat(days.path(0).path("missed").asBoolean()).isFalse();
    }

    /// Of a million tasks a day's work is some thousands.
    @Test
    void whatWasDoneIsFoundWithoutReadingEveryTask() {
        JDBC.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, deadline_at, enqueued_at, reason,
                                                 state, done_at)
                        SELECT gen_random_uuid(), :item, 'FIRST', number, 'hate', 'en', now(), now(), 'for a test', 'DONE',
                               now() - make_interval(mins => number)
                          FROM generate_series(1, 20000) AS number
                        """).param("item", Decided.item(null)).update();
        JDBC.sql("ANALYZE review_task").update();

        for (String query : new String[] {
            "SELECT queue_key, count(*) FROM review_task WHERE state = 'DONE' AND purpose = 'LIVE'"
                    + " AND done_at >= now() - interval '1 day' AND done_at < now() GROUP BY queue_key",
            "SELECT date_trunc('hour', done_at, 'UTC'), count(*) FROM review_task WHERE state = 'DONE'"
                    + " AND purpose = 'LIVE' AND done_at >= now() - interval '1 day' GROUP BY 1",
            "SELECT count(*) FROM review_task WHERE state = 'DONE' AND done_at > now() - interval '24 hours'"
        }) {
            assertThat(String.join(
                            "\n",
                            JDBC.sql("EXPLAIN " + query).query(String.class).list()))
                    .contains("review_task_done")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void whatTheMachineSentIsCountedApartFromWhatChanceOrAReportSent() {
        sent("REVIEW", null, "VIOLATION");
        sent("REVIEW", null, "VIOLATION");
        sent("REVIEW", null, "APPROVE");
        sent("REVIEW", 0.01, "APPROVE");
        sent("ALLOW", null, "APPROVE");

        var figures = read(supervisor, "precision").path("figures");
        assertThat(figures.size()).isEqualTo(1);
        assertThat(figures.path(0).path("of").asInt()).isEqualTo(3);
        assertThat(figures.path(0).path("value").asDouble()).isBetween(0.66, 0.67);
        assertThat(figures.path(0).path("target").isNull()).isTrue();
    }

    @Test
    void recallWeighsWhatChanceFoundByTheProbabilityItWasDrawnWith() {
        for (int item = 0; item < 18; item++) {
            found("REVIEW", null, "VIOLATION");
        }
        found("REVIEW", null, "APPROVE");
        found("REVIEW", null, "APPROVE");
        for (int item = 0; item < 180; item++) {
            found("ALLOW", null, null);
        }
        for (int item = 0; item < 19; item++) {
            found("REVIEW", 0.1, "APPROVE");
        }
        found("REVIEW", 0.1, "VIOLATION");
        found("ALLOW", null, "VIOLATION");

        var all = read(supervisor, "recall").path("figures").path(0);
        assertThat(all.path("key").asString()).isEqualTo("all");
        assertThat(all.path("of").asInt()).as("audited items").isEqualTo(20);
        assertThat(all.path("value").asDouble())
                .as("18 of 18 and a twentieth of the 201 let by; what a report brought is no chance")
                .isCloseTo(18 / (18 + 201 / 20.0), within(1e-9));
        assertThat(all.path("low").asDouble()).isBetween(0.27, 0.28);
        assertThat(all.path("high").asDouble()).isBetween(0.90, 0.91);
        assertThat(read(supervisor, "recall")
                        .path("figures")
                        .path(1)
                        .path("key")
                        .asString())
                .isEqualTo("hate");
    }

    @Test
    void withoutAnAuditShareNobodyKnowsWhatWasMissed() {
        found("REVIEW", null, "VIOLATION");
        found("ALLOW", null, null);
        assertThat(read(supervisor, "recall").path("figures")).isEmpty();
    }

    @Test
    void aDecisionTakesSecondsUntilSomebodySaysWhatAnHourCosts() {
        for (int second = 1; second <= 10; second++) {
            took("hate@forum", second * 1000L);
            took("spam", 7_200_000L);
        }
        took("violence", 4000L);

        var panel = read(supervisor, "cost");
        assertThat(panel.path("unit").asString()).isEqualTo("SECONDS");
        var figures = panel.path("figures");
        assertThat(figures.findValuesAsString("key")).containsExactly("all", "hate", "spam", "violence");
        assertThat(figures.path(1).path("value").asDouble()).isCloseTo(5.5, within(1e-9));
        assertThat(figures.path(1).path("low").asDouble()).isBetween(3.6, 3.7);
        assertThat(figures.path(2).path("value").asDouble())
                .as("nobody knows who went for lunch")
                .isEqualTo(1800);
        assertThat(figures.path(3).path("value").isNull())
                .as("one says nothing")
                .isTrue();

        var costly = new CostPanel(work, new InsightSettings(36, "EUR")).draw(null, Stretch.before(Instant.now(), 1));
        assertThat(costly.unit()).isEqualTo(Insight.Unit.MONEY);
        assertThat(costly.currency()).isEqualTo("EUR");
        assertThat(costly.figures().get(1).value()).isCloseTo(0.055, within(1e-9));
        assertThatIllegalArgumentException().isThrownBy(() -> new InsightSettings(-1, "EUR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new InsightSettings(1, "euro"));
    }

    @Test
    void careIsWholeWeeksOfFivePeopleAndNothingOfFewer() {
        for (int person = 0; person < 5; person++) {
            exposed(1, 1000);
        }
        for (int person = 0; person < 4; person++) {
            exposed(2, 30_000);
        }

        var weeks = read(supervisor, "care?days=1").path("figures");
        assertThat(weeks.size()).isEqualTo(8);
        assertThat(weeks.path(7).path("value").asDouble()).isEqualTo(1000);
        assertThat(weeks.path(7).path("of").asInt()).isEqualTo(5);
        assertThat(weeks.path(6).path("value").isNull()).isTrue();
        assertThat(weeks.path(6).path("of").asInt()).isZero();
        assertThat(weeks.path(6).path("missed").asBoolean()).isFalse();
    }

    @Test
    void onesOwnWorkCountsAnswersToTrialTasksLikeDecisions() {
        decided(ann.id(), "EFFECTIVE");
        decided(ann.id(), "UNDONE");
        decided(UUID.randomUUID(), "EFFECTIVE");
        answered(ann.id());

        var figures = read(moderator, "own-work?days=7").path("figures");
        assertThat(figures.path(figures.size() - 1).path("value").asInt()).isEqualTo(2);
        assertThat(read(supervisor, "own-work").path("figures")).isEmpty();
    }

    @Test
    void aQuietFloorHasEmptyPanelsAndNoZeros() {
        for (String panel : new String[] {
            "queue-ages", "in-time", "throughput", "overturns", "agreement", "precision", "recall", "cost"
        }) {
            assertThat(read(supervisor, panel).path("figures")).as(panel).isEmpty();
        }
        assertThat(read(moderator, "own-accuracy").path("figures")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "queue-ages,    MODERATOR, 200",
        "queue-ages,    ADMIN,     403",
        "in-time,       ADMIN,     200",
        "in-time,       MODERATOR, 403",
        "throughput,    SENIOR,    403",
        "overturns,     SENIOR,    200",
        "overturns,     POLICY,    200",
        "overturns,     MODERATOR, 403",
        "agreement,     POLICY,    200",
        "agreement,     SENIOR,    403",
        "precision,     ML,        200",
        "precision,     MODERATOR, 403",
        "recall,        ML,        200",
        "recall,        SENIOR,    403",
        "cost,          ADMIN,     200",
        "cost,          MODERATOR, 403",
        "care,          SUPERVISOR, 200",
        "care,          SENIOR,    403",
        "care,          ADMIN,     403",
        "own-work,      POLICY,    403",
        "nothing,       SUPERVISOR, 404",
    })
    void everyPanelIsForItsRoles(String panel, Role role, int status) {
        var caller = anybody.as(TestCallers.person("p", role).token());

        assertThat(caller.get(INSIGHTS + panel).status()).isEqualTo(status);
    }

    @Test
    void aSpanThatIsTooLongIsRefused() {
        assertThat(supervisor.get(INSIGHTS + "in-time?days=0").status()).isEqualTo(422);
        assertThat(supervisor.get(INSIGHTS + "in-time?days=367").status()).isEqualTo(422);
        assertThat(anybody.as(TestCallers.key(Scope.values()))
                        .get(INSIGHTS + "in-time")
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode read(FloorClient as, String panel) {
        var answer = as.get(INSIGHTS + panel);
        assertThat(answer.status()).as(panel).isEqualTo(200);
        return answer.json();
    }

    private static void waitingFor(UUID task, int minutes) {
        JDBC.sql("""
                        UPDATE review_task SET enqueued_at = clock_timestamp() - make_interval(mins => :minutes)
                         WHERE id = :task
                        """).param("task", task).param("minutes", minutes).update();
    }

    private static void done(UUID task, int minutesAgo) {
        JDBC.sql("""
                        UPDATE review_task SET state = 'DONE',
                               done_at = clock_timestamp() - make_interval(mins => :minutes)
                         WHERE id = :task
                        """).param("task", task).param("minutes", minutesAgo).update();
    }

    private static void sent(String route, Double sampled, String outcome) {
        UUID task = Tasks.waiting("hate");
        done(task, 1);
        JDBC.sql("""
                        INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, route, route_reason,
                                                sampling_probability)
                        SELECT gen_random_uuid(), item_id, now(), false, '[]', :route, 'for a test', :sampled
                          FROM review_task WHERE id = :task
                        """)
                .param("task", task)
                .param("route", route)
                .param("sampled", sampled, java.sql.Types.DOUBLE)
                .update();
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, task_id, round, person_id, outcome, state)
                        SELECT gen_random_uuid(), item_id, id, 1, gen_random_uuid(), :outcome, 'EFFECTIVE'
                          FROM review_task WHERE id = :task
                        """).param("task", task).param("outcome", outcome).update();
    }

    /// @param outcome null where nobody decided
    private static void found(String route, Double sampled, String outcome) {
        UUID task = Tasks.waiting("hate");
        JDBC.sql("""
                        INSERT INTO assessment (id, item_id, assessed_at, unscored, scores, route, route_reason,
                                                sampling_probability)
                        SELECT gen_random_uuid(), item_id, now(), false, '[]', :route, 'for a test', :sampled
                          FROM review_task WHERE id = :task
                        """)
                .param("task", task)
                .param("route", route)
                .param("sampled", sampled, java.sql.Types.DOUBLE)
                .update();
        if (outcome != null) {
            JDBC.sql("""
                            INSERT INTO decision (id, item_id, task_id, round, person_id, outcome, violations, state)
                            SELECT gen_random_uuid(), item_id, id, 1, gen_random_uuid(), :outcome,
                                   CASE :outcome WHEN 'VIOLATION' THEN '[{"policy":"hate","severity":2}]'::jsonb
                                                 ELSE '[]' END, 'EFFECTIVE'
                              FROM review_task WHERE id = :task
                            """).param("task", task).param("outcome", outcome).update();
        }
    }

    private static void took(String queue, long milliseconds) {
        UUID task = Tasks.waiting(queue);
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, task_id, round, person_id, outcome, state, elapsed_ms)
                        SELECT gen_random_uuid(), item_id, id, 1, gen_random_uuid(), 'APPROVE', 'EFFECTIVE', :took
                          FROM review_task WHERE id = :task
                        """).param("task", task).param("took", milliseconds).update();
    }

    private static void decided(UUID person, String state) {
        JDBC.sql("""
                        INSERT INTO decision (id, item_id, round, person_id, outcome, state)
                        VALUES (gen_random_uuid(), :item, 1, :person, 'APPROVE', :state)
                        """)
                .param("item", Decided.item(null))
                .param("person", person)
                .param("state", state)
                .update();
    }

    private static void answered(UUID person) {
        UUID task = Tasks.waiting("hate");
        JDBC.sql("""
                        WITH calibration AS (
                            INSERT INTO calibration (id, name, made_by, made_at)
                            VALUES (gen_random_uuid(), 'c', :person, now()) RETURNING id),
                        trial AS (
                            INSERT INTO trial_task (task_id, item_id, person_id, calibration_id)
                            SELECT task.id, task.item_id, :person, calibration.id
                              FROM review_task AS task, calibration WHERE task.id = :task
                            RETURNING task_id, item_id)
                        INSERT INTO trial_answer (id, task_id, item_id, person_id, outcome, undo_until)
                        SELECT gen_random_uuid(), task_id, item_id, :person, 'APPROVE', now() FROM trial
                        """).param("person", person).param("task", task).update();
    }

    /// Somebody's one day at work, so many weeks ago.
    private static void exposed(int weeksAgo, double points) {
        JDBC.sql("""
                        INSERT INTO exposure (person_id, day, points, seconds, harsh_seconds, items)
                        VALUES (:person, date_trunc('week', now() AT TIME ZONE 'UTC')::date - 7 * :weeks + 2,
                                :points, 60, 0, 4)
                        """)
                .param(
                        "person",
                        TestCallers.person("w" + UUID.randomUUID(), Role.MODERATOR)
                                .id())
                .param("weeks", weeksAgo)
                .param("points", points)
                .update();
    }
}
