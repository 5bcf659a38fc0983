package dev.docket.backend.jobs;

import dev.docket.backend.jobs.Jobs.Ending;
import dev.docket.backend.jobs.StoredJobs.Claimed;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.LiveEvents;
import dev.docket.backend.platform.Sentence;
import dev.docket.dto.jobs.JobState;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The one thread of this floor that runs jobs, one after another, so that long work never takes more than a core from
/// the moderators. A job that ends its floor several times without getting anywhere is given up.
@Component
class JobWorker implements SmartLifecycle {
    private static final int PHASE = DEFAULT_PHASE - 4_096;
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(7);
    private static final int MOST_ATTEMPTS = 5;
    private static final Logger log = LoggerFactory.getLogger(JobWorker.class);

    private final StoredJobs stored;
    private final Jobs jobs;
    private final JobSignal signal;
    private final LiveEvents live;
    private final JsonMapper json;
    private final ObjectProvider<JobKind> kinds;
    private volatile boolean running;
    private volatile @Nullable RunningJob current;
    private @Nullable Thread thread;

    JobWorker(
            StoredJobs stored,
            Jobs jobs,
            JobSignal signal,
            LiveEvents live,
            JsonMapper json,
            ObjectProvider<JobKind> kinds) {
        this.stored = stored;
        this.jobs = jobs;
        this.signal = signal;
        this.live = live;
        this.json = json;
        this.kinds = kinds;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("jobs").priority(Thread.MIN_PRIORITY).start(this::work);
    }

    private void work() {
        var known = kinds.stream().collect(Collectors.toMap(JobKind::kind, Function.identity()));
        try {
            while (running) {
                if (!workOnce(known)) {
                    signal.await(POLL);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether there was a job
    private boolean workOnce(Map<String, JobKind> known) {
        try {
            var claimed = stored.claim(known.keySet(), RunningJob.LEASE);
            claimed.ifPresent(job -> run(job, Objects.requireNonNull(known.get(job.kind()))));
            return claimed.isPresent();
        } catch (RuntimeException fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("A job could not be claimed or settled; it comes back when its lease ends");
            return false;
        }
    }

    private void run(Claimed claimed, JobKind kind) {
        var run = new RunningJob(
                claimed,
                stored,
                progress -> live.publish("job.progress", progress.id().toString(), progress),
                json);
        current = run;
        try {
            settle(claimed, run, ending(claimed, run, kind));
        } finally {
            current = null;
        }
    }

    /// @return null for a job that goes on another time
    private @Nullable Ending ending(Claimed claimed, RunningJob run, JobKind kind) {
        if (claimed.attempts() > MOST_ATTEMPTS) {
            return failed(Sentence.of(
                    "job.given-up",
                    "It was begun " + MOST_ATTEMPTS + " times and never got on; look at the floor's log.",
                    Map.of("times", (double) MOST_ATTEMPTS)));
        }
        try {
            run.goOn();
            kind.run(run);
            return new Ending(JobState.DONE, null, run.result());
        } catch (JobStopped stopped) {
            return run.isCancelled() ? new Ending(JobState.CANCELLED, null, Map.of()) : null;
        } catch (DomainProblem problem) {
            return failed(problem.sentence());
        } catch (Exception fault) {
            log.atError()
                    .setCause(fault)
                    .addKeyValue("job", claimed.id())
                    .addKeyValue("kind", claimed.kind())
                    .log("A job failed");
            return failed(Sentence.of(
                    "job.fault", "It failed (" + fault.getClass().getSimpleName() + "); the floor's log says where."));
        }
    }

    private static Ending failed(Sentence why) {
        return new Ending(JobState.FAILED, why, Map.of());
    }

    private void settle(Claimed claimed, RunningJob run, @Nullable Ending ending) {
        if (run.isLost()) {
            log.atWarn().addKeyValue("job", claimed.id()).log("A job's lease ran out under its worker");
        } else if (ending == null) {
            stored.putBack(claimed.id(), claimed.lease());
        } else {
            jobs.finish(claimed.id(), claimed.lease(), ending);
        }
    }

    /// Keeps the running job's lease while its work has nothing to tell.
    @Scheduled(fixedDelay = 5_000)
    void beat() {
        var run = current;
        if (run != null) {
            run.beat();
        }
    }

    @Override
    public void stop() {
        running = false;
        var run = current;
        if (run != null) {
            run.stop();
        }
        signal.wake();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
