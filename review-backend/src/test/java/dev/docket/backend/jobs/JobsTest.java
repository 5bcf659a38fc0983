package dev.docket.backend.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.support.FloorClient;
import dev.docket.backend.support.FloorTest;
import dev.docket.backend.support.TestCallers;
import dev.docket.backend.support.TestCallers.SignedIn;
import dev.docket.backend.support.TestDatabase;
import dev.docket.dto.Phrase;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@FloorTest
class JobsTest {
    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.shared().dataSource());
    private static final String KIND = "sample";
    private static final Sentence HALF_WAY = Sentence.of("job.half-way", "half way", Map.of("done", 1.0));

    @Autowired
    private Jobs jobs;

    @Autowired
    private StoredJobs stored;

    @Autowired
    private JobSignal signal;

    @Autowired
    private LiveEvents live;

    @Autowired
    private JsonMapper json;

    @Autowired
    private FloorClient floor;

    private SignedIn ml;
    private JobWorker worker;

    @BeforeEach
    void signIn() {
        ml = TestCallers.person("mel", Role.ML);
    }

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop();
        }
    }

    @Test
    void aJobIsDoneOnceAndSaysWhatItMade() throws InterruptedException {
        UUID job = submit(7);
        work(run -> {
            run.progress(0.5, HALF_WAY);
            run.result("modelVersion", "m-" + run.parameters(Steps.class).steps());
        });

        assertThat(settled(job)).isEqualTo(JobState.DONE);
        var seen = floor.as(ml.token()).get("/api/v1/jobs/" + job).json();
        assertThat(seen.path("state").asString()).isEqualTo("DONE");
        assertThat(seen.path("progress").asDouble()).isEqualTo(1);
        assertThat(seen.path("result").path("modelVersion").asString()).isEqualTo("m-7");
        assertThat(seen.path("message").isNull())
                .as("what it was doing it does no longer")
                .isTrue();
        assertThat(seen.path("said").isNull()).isTrue();
        assertThat(seen.path("by").asString()).isEqualTo(ml.id().toString());
        assertThat(floor.as(ml.token())
                        .get("/api/v1/jobs?kind=" + KIND)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theJobOfAKilledFloorGoesOnFromItsCheckpoint() throws InterruptedException {
        UUID job = submit(5);
        var killed = stored.claim(List.of(KIND), Duration.ofMinutes(5)).orElseThrow();
        assertThat(stored.checkpoint(job, killed.lease(), "{\"steps\":3}")).isTrue();
        JDBC.sql("UPDATE job SET leased_until = clock_timestamp() - interval '1 s'")
                .update();
        var begunAt = new AtomicInteger();

        work(run -> begunAt.set(run.checkpoint(Steps.class).orElseThrow().steps()));

        assertThat(settled(job)).isEqualTo(JobState.DONE);
        assertThat(begunAt).hasValue(3);
        assertThat(stored.checkpoint(job, killed.lease(), "{\"steps\":4}"))
                .as("the dead floor changes nothing when it comes back")
                .isFalse();
    }

    @Test
    void aFloorThatStopsGivesItsJobBack() throws InterruptedException {
        UUID job = submit(1);
        var begun = new CountDownLatch(1);
        work(run -> {
            run.checkpoint(new Steps(1));
            begun.countDown();
            for (int step = 0; true; step++) {
                TimeUnit.MILLISECONDS.sleep(5);
                run.progress(0.1, HALF_WAY);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        worker.stop();

        assertThat(jobs.byId(job).state()).isEqualTo(JobState.QUEUED);
        assertThat(jobs.byId(job).message()).as("nobody is at it now").isNull();
        assertThat(jobs.byId(job).said()).isNull();
    }

    @Test
    void cancellingEndsAWaitingJobAndStopsARunningOne() throws InterruptedException {
        UUID running = submit(1);
        var begun = new CountDownLatch(1);
        work(run -> {
            begun.countDown();
            while (true) {
                TimeUnit.MILLISECONDS.sleep(5);
                run.progress(0.1, HALF_WAY);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        for (int tries = 0; tries < 500 && jobs.byId(running).said() == null; tries++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var seen = floor.as(ml.token()).get("/api/v1/jobs/" + running).json();
        assertThat(seen.path("message").asString()).isEqualTo("half way");
        assertThat(seen.path("said").path("code").asString()).isEqualTo("job.half-way");
        assertThat(seen.path("said").path("values").path("done").asInt()).isEqualTo(1);
        UUID waiting = submit(1);

        assertThat(floor.as(ml.token()).delete("/api/v1/jobs/" + waiting).status())
                .isEqualTo(204);
        assertThat(jobs.byId(waiting).state()).isEqualTo(JobState.CANCELLED);
        assertThat(floor.as(ml.token()).delete("/api/v1/jobs/" + running).status())
                .isEqualTo(204);
        assertThat(settled(running)).isEqualTo(JobState.CANCELLED);
        assertThat(floor.as(ml.token()).delete("/api/v1/jobs/" + running).status())
                .as("cancelling again changes nothing")
                .isEqualTo(204);
    }

    @Test
    void aRefusalFailsAJobWithItsWordsAndAFaultWithItsName() throws InterruptedException {
        UUID refused = submit(1);
        UUID broken = submit(2);
        work(run -> {
            if (run.job().equals(refused)) {
                throw new DomainProblem(CommonProblem.NOT_FOUND, "The label set is gone.");
            }
            throw new IllegalStateException("a secret");
        });

        assertThat(settled(refused)).isEqualTo(JobState.FAILED);
        assertThat(settled(broken)).isEqualTo(JobState.FAILED);
        assertThat(jobs.byId(refused).message()).isEqualTo("The label set is gone.");
        assertThat(jobs.byId(refused).said()).isEqualTo(new Phrase("problem.not-found"));
        assertThat(jobs.byId(broken).said()).isEqualTo(new Phrase("job.fault"));
        assertThat(jobs.byId(broken).message())
                .contains("IllegalStateException")
                .doesNotContain("secret");
        assertThat(floor.as(ml.token()).delete("/api/v1/jobs/" + broken).slug()).isEqualTo("job-finished");
    }

    @Test
    void whoReviewsSeesNoJobs() {
        var moderator = TestCallers.person("ann", Role.MODERATOR);

        assertThat(floor.as(moderator.token()).get("/api/v1/jobs").status()).isEqualTo(403);
        assertThat(floor.as(ml.token()).get("/api/v1/jobs/nothing").status()).isEqualTo(404);
    }

    private UUID submit(int steps) {
        return jobs.submit(KIND, new Actor.Person(ml.id()), new Steps(steps)).id();
    }

    private void work(Work work) {
        JobKind kind = new JobKind() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public void run(JobRun run) throws Exception {
                work.run(run);
            }
        };
        var beans = new StaticListableBeanFactory(Map.of(KIND, kind));
        worker = new JobWorker(stored, jobs, signal, live, json, beans.getBeanProvider(JobKind.class));
        worker.start();
    }

    private JobState settled(UUID job) throws InterruptedException {
        for (int tries = 0; tries < 500 && !jobs.byId(job).state().isOver(); tries++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return jobs.byId(job).state();
    }

    record Steps(int steps) {}

    private interface Work {
        void run(JobRun run) throws Exception;
    }
}
