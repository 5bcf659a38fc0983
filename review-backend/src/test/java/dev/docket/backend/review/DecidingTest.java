package dev.docket.backend.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.backend.queue.ReviewTasks;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionReceipt;
import dev.docket.dto.review.DecisionRequest;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class DecidingTest {
    private static final Caller.Person ANN = person("ann");
    private static final int RACES = Integer.getInteger("docket.races", 300);

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private ReviewTasks tasks;

    @Autowired
    private DecisionDesk desk;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aDecisionIsHeldAndThenTakesEffect() {
        var task = claim(ANN);

        var receipt = desk.decide(ANN, id(task), violation(task, 2), "k1");

        assertThat(receipt.state()).isEqualTo(DecisionState.HELD);
        assertThat(stateOf(receipt)).isEqualTo("HELD");
        takeEffect(receipt);
        assertThat(count("SELECT count(*) FROM item WHERE state = 'SETTLED'")).isOne();
    }

    @Test
    void graceGrowsWithSeverity() {
        var mild = desk.decide(ANN, id(claim(ANN)), violation(1, 2), "k1");
        var severe = desk.decide(ANN, id(claim(ANN)), violation(1, 3), "k2");

        assertThat(graceOf(mild)).isEqualTo(Duration.ofSeconds(5));
        assertThat(graceOf(severe)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswer() {
        var task = claim(ANN);

        var first = desk.decide(ANN, id(task), violation(task, 2), "k1");
        var again = desk.decide(ANN, id(task), violation(task, 2), "k1");

        assertThat(again).isEqualTo(first);
        assertThat(count("SELECT count(*) FROM decision")).isOne();
        assertRefused(Slug.IDEMPOTENCY_KEY_REUSED, () -> desk.decide(ANN, id(task), violation(task, 3), "k1"));
        assertRefused(Slug.IDEMPOTENCY_KEY_REQUIRED, () -> desk.decide(ANN, id(task), violation(task, 3), null));
    }

    @Test
    void twoSendingsAtOnceAreOneDecision() throws Exception {
        for (int round = 0; round < 100; round++) {
            var task = claim(ANN);
            String key = "key-" + round;
            var answers = race(
                    () -> desk.decide(ANN, id(task), violation(task, 2), key),
                    () -> desk.decide(ANN, id(task), violation(task, 2), key));

            assertThat(answers).hasSize(2);
            assertThat(answers.get(0)).isEqualTo(answers.get(1));
        }
        assertThat(count("SELECT count(*) FROM decision")).isEqualTo(100);
    }

    /// The late holder and the present one decide in the same instant. `-Ddocket.races=10000` runs
    /// as many as the goal names.
    @Test
    void oneOfTwoPeopleDecides() throws Exception {
        var bob = person("bob");
        for (int round = 0; round < RACES; round++) {
            var late = claim(ANN);
            Tasks.expire(id(late));
            var present = await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> claimWaiting(bob), claimed -> !claimed.isEmpty())
                    .getFirst();
            String key = "key-" + round;

            var answers = race(
                    () -> desk.decide(ANN, id(late), violation(late, 2), key),
                    () -> desk.decide(bob, id(present), violation(present, 2), key));

            assertThat(answers).hasSize(1);
        }
        assertThat(count("SELECT count(*) FROM decision WHERE state = 'HELD' OR state = 'EFFECTIVE'"))
                .isEqualTo(RACES);
        assertThat(count("SELECT count(*) FROM standing_decision")).isEqualTo(RACES);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'decision.recorded'"))
                .isEqualTo(RACES);
    }

    @Test
    void aLateHolderIsRefusedAndADecidedTaskSaysSo() {
        var task = claim(ANN);
        assertRefused(Slug.LEASE_LOST, () -> desk.decide(ANN, id(task), violation(99, 2), "k0"));

        desk.decide(ANN, id(task), violation(task, 2), "k1");

        assertRefused(Slug.ALREADY_DECIDED, () -> desk.decide(person("bob"), id(task), violation(task, 2), "k2"));
    }

    @Test
    void undoGivesTheTaskBackUnderANewLease() {
        var task = claim(ANN);
        var receipt = desk.decide(ANN, id(task), violation(task, 2), "k1");

        desk.undo(ANN, UUID.fromString(receipt.decisionId()));

        var again = tasks.view(id(task), ANN).orElseThrow();
        assertThat(number(again)).isGreaterThan(number(task));
        assertThat(stateOf(receipt)).isEqualTo("UNDONE");
        assertThat(count("SELECT count(*) FROM standing_decision")).isZero();
        desk.decide(ANN, id(task), violation(again, 1), "k2");
        assertThat(count("SELECT count(*) FROM standing_decision")).isOne();
    }

    @Test
    void undoComesTooLateOrFromNobodyElse() {
        var task = claim(ANN);
        var receipt = desk.decide(ANN, id(task), violation(task, 2), "k1");
        UUID decision = UUID.fromString(receipt.decisionId());

        assertRefused(Slug.NOT_FOUND, () -> desk.undo(person("bob"), decision));
        Tasks.endGrace(receipt.decisionId());
        assertRefused(Slug.UNDO_EXPIRED, () -> desk.undo(ANN, decision));
    }

    /// The grace time ends while its person takes the decision back: it is undone or effective, never both.
    @Test
    void anUndoneDecisionNeverTakesEffect() throws Exception {
        for (int round = 0; round < 50; round++) {
            var receipt = desk.decide(ANN, id(claim(ANN)), violation(1, 2), "key-" + round);
            UUID decision = UUID.fromString(receipt.decisionId());
            Tasks.endGraceSoon(receipt.decisionId());
            boolean undone;
            try {
                desk.undo(ANN, decision);
                undone = true;
            } catch (DomainProblem late) {
                undone = false;
            }
            String expected = undone ? "UNDONE" : "EFFECTIVE";
            await().untilAsserted(() -> assertThat(stateOf(receipt)).isEqualTo(expected));
            jdbc.sql("UPDATE review_task SET state = 'DONE' WHERE state = 'CLAIMED'")
                    .update();
        }
        assertThat(count("SELECT count(*) FROM decision WHERE state = 'UNDONE' AND effective_seq IS NOT NULL"))
                .isZero();
    }

    @Test
    void aDecisionCutShortLeavesNothing() {
        var task = claim(ANN);
        var transaction = new TransactionTemplate(transactions);

        transaction.executeWithoutResult(status -> {
            desk.decide(ANN, id(task), violation(task, 2), "k1");
            status.setRollbackOnly();
        });

        assertThat(count("SELECT count(*) FROM decision")).isZero();
        assertThat(count("SELECT count(*) FROM standing_decision")).isZero();
        assertThat(count("SELECT count(*) FROM decision_request")).isZero();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'decision.recorded'"))
                .isZero();
        assertThat(desk.decide(ANN, id(task), violation(task, 2), "k1").state()).isEqualTo(DecisionState.HELD);
    }

    @Test
    void everyFaultOfADecisionIsTold() {
        var task = claim(ANN);
        var bad = new DecisionRequest(
                number(task),
                Outcome.VIOLATION,
                List.of(
                        new Violation("nonsense", 9, null, null, null),
                        new Violation("profanity", 2, List.of(List.of(5, 999)), null, null)),
                List.of(new Action(ActionType.BAN, null)),
                null,
                -1L,
                "SOME",
                null);

        assertThatThrownBy(() -> desk.decide(ANN, id(task), bad, "k1"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactlyInAnyOrder(
                                        "/violations/0/policy",
                                        "/violations/0/severity",
                                        "/violations/1/spans/0",
                                        "/actions/0/type",
                                        "/elapsedMs",
                                        "/revealed"));
        assertThat(tasks.view(id(task), ANN)).isPresent();
        assertThat(count("SELECT count(*) FROM decision")).isZero();
    }

    @Test
    void aRegionNamesAnImageOfTheItem() {
        var task = claim(ANN);
        jdbc.sql("UPDATE item SET media = :media::jsonb WHERE id = :item::uuid")
                .param("media", """
                        [{"kind":"IMAGE","url":"urn:sha256:aa"},{"kind":"VIDEO","url":"urn:sha256:bb"},
                         {"kind":"IMAGE","url":"urn:sha256:cc"}]""")
                .param("item", task.item().id())
                .update();

        assertThatThrownBy(() -> desk.decide(
                        ANN,
                        id(task),
                        marked(
                                task,
                                List.of(.1, .1, .2, .2, 1.0),
                                List.of(.1, .1, .2, .2, 3.0),
                                List.of(.1, .1, .2, .2, .5),
                                List.of(.1, .1, .2, .2, -1.0),
                                List.of(.9, .1, .2, .2)),
                        "k1"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(
                                        "/violations/0/regions/0/4",
                                        "/violations/0/regions/1/4",
                                        "/violations/0/regions/2/4",
                                        "/violations/0/regions/3/4",
                                        "/violations/0/regions/4"));
        var good = marked(task, List.of(.1, .1, .2, .2), List.of(.1, .1, .2, .2, 0.0), List.of(.1, .1, .2, .2, 2.0));
        assertThat(desk.decide(ANN, id(task), good, "k2").state()).isEqualTo(DecisionState.HELD);
        assertThat(jdbc.sql("SELECT violations #> '{0,regions,2,4}' FROM decision")
                        .query(String.class)
                        .single())
                .isEqualTo("2.0");
    }

    @Test
    void aStretchNamesAVideoOfTheItem() {
        var task = claim(ANN);
        jdbc.sql("UPDATE item SET media = :media::jsonb WHERE id = :item::uuid")
                .param("media", """
                        [{"kind":"IMAGE","url":"urn:sha256:aa"},{"kind":"VIDEO","url":"urn:sha256:bb"},
                         {"kind":"VIDEO","url":"urn:sha256:cc"}]""")
                .param("item", task.item().id())
                .update();

        assertThatThrownBy(() -> desk.decide(
                        ANN,
                        id(task),
                        stretched(
                                task,
                                List.of(5.0, 6.0, 0.0),
                                List.of(5.0, 6.0, 3.0),
                                List.of(5.0, 6.0, 1.5),
                                List.of(6.0, 5.0, 1.0),
                                List.of(5.0)),
                        "k1"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly(
                                        "/violations/0/seconds/0/2",
                                        "/violations/0/seconds/1/2",
                                        "/violations/0/seconds/2/2",
                                        "/violations/0/seconds/3",
                                        "/violations/0/seconds/4"));
        var good = stretched(task, List.of(5.0, 6.5), List.of(7.0, 8.0, 1.0), List.of(5.0, 6.0, 2.0));
        assertThat(desk.decide(ANN, id(task), good, "k2").state()).isEqualTo(DecisionState.HELD);
        assertThat(jdbc.sql("SELECT violations #>> '{0,seconds}' FROM decision")
                        .query(String.class)
                        .single())
                .isEqualTo("[[5.0, 6.5], [7.0, 8.0, 1.0], [5.0, 6.0, 2.0]]");
    }

    @SafeVarargs
    private static DecisionRequest stretched(Task task, List<Double>... seconds) {
        return new DecisionRequest(
                number(task),
                Outcome.VIOLATION,
                List.of(new Violation("profanity", 2, null, null, List.of(seconds))),
                null,
                null,
                null,
                null,
                null);
    }

    @SafeVarargs
    private static DecisionRequest marked(Task task, List<Double>... regions) {
        return new DecisionRequest(
                number(task),
                Outcome.VIOLATION,
                List.of(new Violation("profanity", 2, null, List.of(regions), null)),
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void whoCannotDecidePassesItToASupervisor() {
        var task = claim(ANN);

        var receipt = desk.decide(
                ANN,
                id(task),
                new DecisionRequest(number(task), Outcome.CANNOT_DECIDE, null, null, "who is this?", null, null, null),
                "k1");

        assertThat(receipt.state()).isEqualTo(DecisionState.AWAITING_SECOND);
        assertThat(receipt.undoUntil()).isNotNull();
        assertThat(count("SELECT count(*) FROM review_task WHERE queue_key = 'adjudication' AND state = 'OPEN'"))
                .isOne();
    }

    @Test
    void decisionsAreNumberedInTheOrderTheyTakeEffect() {
        for (int i = 0; i < 5; i++) {
            var receipt = desk.decide(ANN, id(claim(ANN)), violation(1, 2), "k" + i);
            takeEffect(receipt);
        }

        assertThat(jdbc.sql("SELECT effective_seq FROM decision ORDER BY effective_at")
                        .query(Long.class)
                        .list())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private Task claim(Caller.Person person) {
        Tasks.waiting("harassment");
        return claimWaiting(person).getFirst();
    }

    private List<Task> claimWaiting(Caller.Person person) {
        return queue.claim(person, new ClaimRequest(List.of("harassment"), 1));
    }

    private void takeEffect(DecisionReceipt receipt) {
        Tasks.endGrace(receipt.decisionId());
        await().untilAsserted(() -> assertThat(stateOf(receipt)).isEqualTo("EFFECTIVE"));
    }

    private static List<DecisionReceipt> race(Callable<DecisionReceipt> one, Callable<DecisionReceipt> other)
            throws InterruptedException {
        var answers = new ArrayList<DecisionReceipt>();
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : racers.invokeAll(List.of(one, other))) {
                try {
                    answers.add(outcome.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(DomainProblem.class);
                }
            }
        }
        return answers;
    }

    private static void assertRefused(String slug, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.kind().slug()).isEqualTo(slug));
    }

    private String stateOf(DecisionReceipt receipt) {
        return jdbc.sql("SELECT state FROM decision WHERE id = :id::uuid")
                .param("id", receipt.decisionId())
                .query(String.class)
                .single();
    }

    private Duration graceOf(DecisionReceipt receipt) {
        return Duration.ofSeconds(jdbc.sql("""
                        SELECT extract(epoch FROM undo_until - decided_at)::bigint FROM decision WHERE id = :id::uuid
                        """)
                .param("id", receipt.decisionId())
                .query(Long.class)
                .single());
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static DecisionRequest violation(Task task, int severity) {
        return violation(number(task), severity);
    }

    private static DecisionRequest violation(long lease, int severity) {
        return new DecisionRequest(
                lease,
                Outcome.VIOLATION,
                List.of(new Violation("harassment", severity, List.of(List.of(0, 3)), null, null)),
                List.of(new Action(ActionType.REMOVE, null)),
                null,
                1200L,
                "FULL",
                null);
    }

    private static Caller.Person person(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Caller.Person(id, name, Set.of(Role.MODERATOR), Set.of("*"), Set.of("*"));
    }

    private static UUID id(Task task) {
        return UUID.fromString(task.id());
    }

    private static long number(@Nullable Task task) {
        return Objects.requireNonNull(Objects.requireNonNull(task).lease()).number();
    }
}
