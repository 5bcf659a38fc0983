package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.ClaimRequest;
import dev.docket.dto.queue.RenewRequest;
import dev.docket.dto.review.EscalateRequest;
import dev.docket.dto.review.SkipRequest;
import dev.docket.dto.review.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FloorTest
class ClaimingTest {
    private static final ClaimRequest ANY = new ClaimRequest(null, 1);

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void noTaskIsHandedToTwoModerators() throws Exception {
        for (int i = 0; i < 200; i++) {
            Tasks.waiting("harassment");
        }
        List<Callable<List<Task>>> claims = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            var moderator = moderator("mod" + i);
            claims.add(() -> queue.claim(moderator, new ClaimRequest(List.of("harassment"), 1)));
        }

        var claimed = new ArrayList<String>();
        try (var claimers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : claimers.invokeAll(claims)) {
                claim.get().forEach(task -> claimed.add(task.id()));
            }
        }

        assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
        assertThat(count("SELECT count(*) FROM audit_entry WHERE action = 'task.claimed'"))
                .isEqualTo(200);
        assertThat(count("SELECT count(*) FROM review_task WHERE state = 'CLAIMED' AND lease_number = 1"))
                .isEqualTo(200);
    }

    @Test
    void theMostUrgentComesFirst() {
        Tasks.waiting("spam", "en", 7200);
        UUID soonest = Tasks.waiting("hate", "en", 60);
        Tasks.waiting("harassment", "en", 3600);

        var claimed = queue.claim(moderator("ann"), new ClaimRequest(null, 2));

        assertThat(claimed).extracting(Task::queue).containsExactly("hate", "harassment");
        assertThat(claimed.getFirst().id()).isEqualTo(soonest.toString());
    }

    @Test
    void nothingWaitingIsAnEmptyList() {
        assertThat(queue.claim(moderator("ann"), ANY)).isEmpty();
    }

    @Test
    void aPersonIsOfferedWhatTheyAreClearedFor() {
        Tasks.waiting("hate");
        UUID spam = Tasks.waiting("spam", "fr", 60);
        var german = caller("ann", Set.of("de"), Set.of("spam"), Set.of(Role.MODERATOR));
        var french = caller("bob", Set.of("fr-CA"), Set.of("spam"), Set.of(Role.MODERATOR));

        assertThat(queue.claim(german, ANY)).isEmpty();
        assertThat(queue.claim(french, ANY)).extracting(Task::id).containsExactly(spam.toString());
        assertThatThrownBy(() -> queue.claim(french, new ClaimRequest(List.of("hate"), 1)))
                .isInstanceOf(DomainProblem.class);
    }

    @Test
    void aSkippedTaskNeverComesBack() {
        Tasks.waiting("spam");
        var ann = moderator("ann");
        var task = only(queue.claim(ann, ANY));

        queue.skip(ann, id(task), new SkipRequest(number(task), "UNCLEAR", null));

        assertThat(queue.claim(ann, ANY)).isEmpty();
        assertThat(queue.claim(moderator("bob"), ANY)).hasSize(1);
    }

    @Test
    void theThirdSkipGoesToASupervisor() {
        Tasks.waiting("spam");
        for (String name : List.of("ann", "bob", "cem")) {
            var moderator = moderator(name);
            var task = only(queue.claim(moderator, ANY));
            queue.skip(moderator, id(task), new SkipRequest(number(task), "TOO_HARD", null));
        }

        assertThat(queue.claim(moderator("dan"), ANY)).isEmpty();
        var supervisor = caller("sue", Set.of("*"), Set.of("*"), Set.of(Role.SUPERVISOR, Role.SENIOR, Role.MODERATOR));
        assertThat(only(queue.claim(supervisor, ANY)).queue()).isEqualTo("adjudication");
    }

    @Test
    void anEscalatedTaskWaitsForItsPerson() {
        Tasks.waiting("spam");
        var ann = moderator("ann");
        var bob = TestCallers.person("bob", Role.MODERATOR);
        var task = only(queue.claim(ann, ANY));

        queue.escalate(
                ann, id(task), new EscalateRequest(number(task), new EscalateRequest.Target(null, "bob"), "yours?"));

        assertThat(queue.claim(moderator("cem"), ANY)).isEmpty();
        var bobCalls = new Caller.Person(bob.id(), "bob", Set.of(Role.MODERATOR), Set.of("*"), Set.of("*"));
        assertThat(queue.claim(bobCalls, ANY)).hasSize(1);
    }

    @Test
    void anExpiredLeaseIsClaimableAndItsHolderLate() {
        Tasks.waiting("spam");
        var ann = moderator("ann");
        var held = only(queue.claim(ann, ANY));
        Tasks.expire(id(held));

        var taken = only(queue.claim(moderator("bob"), ANY));

        assertThat(number(taken)).isGreaterThan(number(held));
        var renewed = queue.renew(ann, new RenewRequest(List.of(new RenewRequest.Held(held.id(), number(held)))));
        assertThat(renewed.lost()).containsExactly(held.id());
        assertThatThrownBy(() -> queue.skip(ann, id(held), new SkipRequest(number(held), "UNCLEAR", null)))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(QueueProblem.LEASE_LOST));
    }

    @Test
    void leasesRunByTheDatabasesClock() {
        Tasks.waiting("spam");
        var task = only(queue.claim(moderator("ann"), ANY));

        assertThat(count("""
                        SELECT extract(epoch FROM leased_until - clock_timestamp())::int FROM review_task
                         WHERE id = '%s'
                        """.formatted(task.id()))).isBetween(290, 300);
    }

    @Test
    void claimersOfManyQueuesDoNotHideTasksFromEachOther() throws Exception {
        var keys = List.of("hate", "harassment", "violence", "sexual", "spam", "profanity");
        for (int i = 0; i < 60; i++) {
            Tasks.waiting(keys.get(i % keys.size()));
        }
        List<Callable<List<Task>>> claims = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var moderator = moderator("mod" + i);
            claims.add(() -> queue.claim(moderator, ANY));
        }

        var claimed = new ArrayList<String>();
        try (var claimers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : claimers.invokeAll(claims)) {
                claim.get().forEach(task -> claimed.add(task.id()));
            }
        }

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    /// A renewal and a sweep meet at the lease's end: either the holder keeps the task or it waits again.
    @Test
    void aRenewedTaskIsNotSwept() throws Exception {
        var ann = moderator("ann");
        for (int round = 0; round < 50; round++) {
            Tasks.waiting("spam");
            var held = only(queue.claim(ann, ANY));
            var lease = new RenewRequest(List.of(new RenewRequest.Held(held.id(), number(held))));
            Tasks.expireSoon(id(held));
            try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
                var renewed = racers.submit(() -> queue.renew(ann, lease));
                var swept = racers.submit(queue::reclaimExpired);
                swept.get();
                boolean kept = !renewed.get().held().isEmpty();
                await().untilAsserted(() ->
                        assertThat(queue.view(id(held), ann).isPresent()).isEqualTo(kept));
            }
            jdbc.sql("UPDATE review_task SET state = 'DONE' WHERE state IN ('OPEN', 'CLAIMED')")
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void aClaimReadsOnlyTheHeadsOfQueues(int waiting) {
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, deadline_at)
                        SELECT gen_random_uuid(), :item, 'FIRST', n, CASE n % 2 WHEN 0 THEN 'spam' ELSE 'hate' END,
                               'en', clock_timestamp() + make_interval(secs => n)
                          FROM generate_series(1, :waiting) AS n
                        """)
                .param("item", Tasks.item("nobody likes you"))
                .param("waiting", waiting)
                .update();
        Tasks.analyze();

        String plan = String.join("\n", explain("spam", "hate"));

        assertThat(plan).contains("review_task_open").doesNotContain("Seq Scan");
        var buffers =
                Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(plan);
        assertThat(buffers.find()).isTrue();
        int read = buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2));
        assertThat(Integer.parseInt(buffers.group(1)) + read).as(plan).isLessThanOrEqualTo(60);
    }

    private List<String> explain(String one, String other) {
        return jdbc.sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + StoredTasks.CLAIM)
                .param("queues", new String[] {one, other})
                .param("window", 4)
                .param("anyLanguage", false)
                .param("languages", new String[] {"en", "und"})
                .param("person", moderator("ann").id())
                .param("count", 1)
                .param("lease", 300.0)
                .query(String.class)
                .list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static Caller.Person moderator(String name) {
        return caller(name, Set.of("*"), Set.of("*"), Set.of(Role.MODERATOR));
    }

    private static Caller.Person caller(String name, Set<String> languages, Set<String> queues, Set<Role> roles) {
        return new Caller.Person(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                new HashSet<>(roles),
                languages,
                queues);
    }

    private static Task only(List<Task> tasks) {
        assertThat(tasks).hasSize(1);
        return tasks.getFirst();
    }

    private static UUID id(Task task) {
        return UUID.fromString(task.id());
    }

    private static long number(Task task) {
        return Objects.requireNonNull(task.lease()).number();
    }
}
