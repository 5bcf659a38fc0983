package dev.docket.backend.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.classification.Assessments;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.InvalidInput;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.Tasks;
import dev.docket.backend.support.TestCallers;
import dev.docket.dto.people.Role;
import dev.docket.dto.problem.FieldError;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FloorTest
class ClaimingTest {
    private static final ClaimRequest ANY = new ClaimRequest(null, 1);

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private ReviewTasks tasks;

    @Autowired
    private TaskMoves moves;

    @Autowired
    private StoredTasks stored;

    @Autowired
    private TaskAssembly assembly;

    @Autowired
    private Queues queues;

    @Autowired
    private QueueCounts counts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private QueueNews news;

    @Autowired
    private Items items;

    @Autowired
    private Assessments assessments;

    @Autowired
    private AuthorRecords authors;

    @Autowired
    private ReporterTrust reporters;

    @Autowired
    private ObjectProvider<Precedents> precedents;

    @Autowired
    private ObjectProvider<AppealBriefs> appeals;

    @Autowired
    private ObjectProvider<ScoreVeil> veils;

    @Autowired
    private EarlierDecisions decisions;

    @Autowired
    private Policies policies;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aTaskShowsWhatElseStandsInItsThreadAndNothingWhereThereIsNone() {
        Tasks.waiting("harassment");
        Tasks.waiting("harassment");
        Tasks.waiting("hate");
        jdbc.sql("""
                        UPDATE item SET thread_id = 't-1', context = '{"threadId": "t-1"}' FROM review_task AS task
                         WHERE task.item_id = item.id AND task.queue_key = 'harassment'
                        """).update();

        var claimed = queue.claim(moderator("ann"), new ClaimRequest(null, 3));

        assertThat(claimed)
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.evidence().thread())
                        .hasSize(task.queue().equals("harassment") ? 1 : 0));
    }

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
    void nobodyHoldsMoreThanTwentyHoweverManyClaimAtOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            Tasks.waiting("spam");
        }
        var ann = moderator("ann");
        List<Callable<List<Task>>> claims =
                java.util.Collections.nCopies(6, () -> queue.claim(ann, new ClaimRequest(null, 10)));

        int claimed = 0;
        try (var claimers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var claim : claimers.invokeAll(claims)) {
                claimed += claim.get().size();
            }
        }

        assertThat(claimed).isEqualTo(20);
        assertThat(queue.claim(ann, ANY)).isEmpty();
        assertThat(queue.claim(moderator("bob"), ANY)).hasSize(1);
    }

    @Test
    void aTaskKeptForSomebodyIsAnybodysWhenTheTimeIsOver() {
        UUID task = Tasks.waiting("spam");
        jdbc.sql("UPDATE review_task SET reserved_for = gen_random_uuid(), reserved_until = now() + interval '1 hour'")
                .update();
        assertThat(queue.claim(moderator("ann"), ANY)).isEmpty();

        jdbc.sql("UPDATE review_task SET reserved_until = now() - interval '1 ms'")
                .update();
        assertThat(queue.claim(moderator("ann"), ANY)).extracting(Task::id).containsExactly(task.toString());
    }

    @Test
    void aTaskIsHandedOnlyToSomebodyWhoCouldHaveClaimedIt() {
        Tasks.waiting("spam", "fr", 60);
        TestCallers.person("reads-german", "{de}", "{*}", Role.MODERATOR);
        TestCallers.person("only-hate", "{*}", "{hate}", Role.MODERATOR);
        TestCallers.person("admin-only", Role.ADMIN);
        var skipper = TestCallers.person("skipper", Role.MODERATOR);
        var ann = TestCallers.person("ann", Role.MODERATOR);
        var annCalls = new Caller.Person(ann.id(), "ann", Set.of(Role.MODERATOR), Set.of("*"), Set.of("*"));
        var task = only(queue.claim(annCalls, ANY));
        jdbc.sql("INSERT INTO review_task_skip VALUES (:task, :person, 'UNCLEAR', null, now())")
                .param("task", id(task))
                .param("person", skipper.id())
                .update();

        for (String name : List.of("reads-german", "only-hate", "admin-only", "skipper", "ann", "nobody")) {
            var request = new EscalateRequest(number(task), new EscalateRequest.Target(null, name), null, null);
            assertThatThrownBy(() -> moves.escalate(annCalls, id(task), request))
                    .as(name)
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            invalid -> assertThat(invalid.errors())
                                    .extracting(FieldError::pointer)
                                    .containsExactly("/to/person"));
        }
    }

    @Test
    void guardsNarrowWhatIsOffered() {
        Tasks.waiting("sexual");
        UUID spam = Tasks.waiting("spam");
        ClaimGuard noHarsh = (person, keys) ->
                keys.stream().filter(key -> !key.equals("sexual")).collect(java.util.stream.Collectors.toSet());
        ClaimGuard widening = (person, keys) -> Set.of("sexual", "spam", "hate");
        @SuppressWarnings("unchecked")
        ObjectProvider<ClaimGuard> guards = mock(ObjectProvider.class);
        when(guards.iterator()).thenAnswer(asked -> List.of(noHarsh, widening).iterator());
        @SuppressWarnings("unchecked")
        ObjectProvider<JudgingRights> rights = mock(ObjectProvider.class);
        var guarded = new ReviewQueue(stored, assembly, queues, counts, guards, rights, audit, news);

        var claimed = transaction.execute(status -> guarded.claim(moderator("ann"), new ClaimRequest(null, 5)));

        assertThat(claimed).extracting(Task::id).containsExactly(spam.toString());
    }

    @Test
    void tenTasksAreAssembledInAsManyStepsAsOne() {
        for (int i = 0; i < 11; i++) {
            Tasks.waiting("spam");
        }
        assertThat(steps(1)).isEqualTo(steps(10));
    }

    /// How often the assembly asks anybody for anything.
    private int steps(int count) {
        var claimed = Objects.requireNonNull(transaction.execute(status -> stored.claim(
                new StoredTasks.Claim(
                        UUID.randomUUID(), Set.of("spam"), Set.of(), true, count, 20, java.time.Duration.ofMinutes(5)),
                count)));
        assertThat(claimed).hasSize(count);
        Items spiedItems = mock(Items.class, delegatesTo(items));
        Assessments spiedAssessments = mock(Assessments.class, delegatesTo(assessments));
        AuthorRecords spiedAuthors = mock(AuthorRecords.class, delegatesTo(authors));
        new TaskAssembly(
                        spiedItems,
                        spiedAssessments,
                        spiedAuthors,
                        reporters,
                        precedents,
                        appeals,
                        decisions,
                        veils,
                        policies)
                .assemble(claimed, new Caller.Person(UUID.randomUUID(), "ann", Set.of(), Set.of(), Set.of()));
        return List.of(spiedItems, spiedAssessments, spiedAuthors).stream()
                .mapToInt(spy -> mockingDetails(spy).getInvocations().size())
                .sum();
    }

    @Test
    void aLongQueueIsCountedWithoutWalkingIt() {
        fill(3_000);
        var ann = moderator("ann");

        var counted = queue.queues(ann).stream()
                .filter(view -> view.key().equals("spam"))
                .findFirst()
                .orElseThrow();

        assertThat(counted.waiting()).isEqualTo(1_500);
        assertThat(counted.atRisk()).isEqualTo(450);
        assertThat(counted.nextDueAt()).isNotNull();
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

        moves.skip(ann, id(task), new SkipRequest(number(task), "UNCLEAR", null, null));

        assertThat(queue.claim(ann, ANY)).isEmpty();
        assertThat(queue.claim(moderator("bob"), ANY)).hasSize(1);
    }

    @Test
    void theThirdSkipGoesToASupervisor() {
        Tasks.waiting("spam");
        for (String name : List.of("ann", "bob", "cem")) {
            var moderator = moderator(name);
            var task = only(queue.claim(moderator, ANY));
            moves.skip(moderator, id(task), new SkipRequest(number(task), "TOO_HARD", null, null));
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

        moves.escalate(
                ann,
                id(task),
                new EscalateRequest(number(task), new EscalateRequest.Target(null, "bob"), "yours?", null));

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
        assertThatThrownBy(() -> moves.skip(ann, id(held), new SkipRequest(number(held), "UNCLEAR", null, null)))
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

    /// A renewal and a sweep meet at the lease's end: either the holder keeps the task or it
    /// waits again.
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
                        assertThat(tasks.view(id(held), ann).isPresent()).isEqualTo(kept));
            }
            jdbc.sql("UPDATE review_task SET state = 'DONE' WHERE state IN ('OPEN', 'CLAIMED')")
                    .update();
        }
    }

    /// What it costs to find the task, which is all that could grow with the queue; writing it
    /// is the same always.
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void aClaimReadsOnlyTheHeadsOfQueues(int waiting) {
        fill(waiting);
        Tasks.analyze();
        explain("en");

        String plan = String.join("\n", explain("en"));

        assertThat(plan).contains("review_task_open").doesNotContain("Seq Scan");
        String finding = plan.substring(plan.indexOf("CTE head"), plan.indexOf("CTE next"));
        assertThat(buffers(finding)).as(plan).isLessThanOrEqualTo(20);
        assertThat(buffers(plan)).as(plan).isLessThanOrEqualTo(50);
        var sorted = Pattern.compile("Sort Key.*(?:\\n.*){0,2}").matcher(plan);
        while (sorted.find()) {
            assertThat(sorted.group()).doesNotContain("external");
        }
        var sorts = Pattern.compile("-> *Sort \\(actual rows=([0-9.]+)").matcher(plan);
        while (sorts.find()) {
            assertThat(Double.parseDouble(sorts.group(1))).as(plan).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void whatFewCanReadIsFoundBehindWhatManyCan() {
        fill(100_000);
        UUID rare = Tasks.waiting("spam", "sw", 1_000_000);
        Tasks.analyze();
        explain("sw");

        String plan = String.join("\n", explain("sw"));

        String finding = plan.substring(plan.indexOf("CTE head"), plan.indexOf("CTE next"));
        assertThat(buffers(finding)).as(plan).isLessThanOrEqualTo(20);
        var reader = caller("ann", Set.of("sw"), Set.of("*"), Set.of(Role.MODERATOR));
        assertThat(queue.claim(reader, ANY)).extracting(Task::id).containsExactly(rare.toString());
    }

    private void fill(int waiting) {
        jdbc.sql("""
                        INSERT INTO review_task (id, item_id, kind, round, queue_key, language, deadline_at)
                        SELECT gen_random_uuid(), :item, 'FIRST', n, CASE n % 2 WHEN 0 THEN 'spam' ELSE 'hate' END,
                               'en', clock_timestamp() + make_interval(secs => n)
                          FROM generate_series(1, :waiting) AS n
                        """)
                .param("item", Tasks.item("nobody likes you"))
                .param("waiting", waiting)
                .update();
    }

    private static int buffers(String plan) {
        var buffers =
                Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?").matcher(plan);
        assertThat(buffers.find()).isTrue();
        return Integer.parseInt(buffers.group(1)) + (buffers.group(2) == null ? 0 : Integer.parseInt(buffers.group(2)));
    }

    private List<String> explain(String language) {
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            return jdbc.sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) " + StoredTasks.CLAIM_READ)
                    .param("queues", new String[] {"spam", "hate"})
                    .param("window", 4)
                    .param("languages", new String[] {language, "und"})
                    .param("person", moderator("ann").id())
                    .param("count", 1)
                    .param("mostHeld", 20)
                    .param("lease", 300.0)
                    .query(String.class)
                    .list();
        }));
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
