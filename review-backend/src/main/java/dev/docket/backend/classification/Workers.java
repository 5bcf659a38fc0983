package dev.docket.backend.classification;

import dev.docket.backend.classification.ClassificationJobs.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The threads that work jobs off. They stop after the web server and before the model, each at the end of its batch:
/// the runtime must not be torn down under a running inference.
@Component
class Workers implements SmartLifecycle {
    private static final int PHASE = DEFAULT_PHASE - 4_096;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    /// After all that waited was worked off: whoever waits for what came of it has the cores first.
    private static final Duration BREATH = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofSeconds(7);
    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    private final Round round;
    private final ClassificationJobs jobs;
    private final WorkSignal signal;
    private final ClassificationSettings settings;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Workers(Round round, ClassificationJobs jobs, WorkSignal signal, ClassificationSettings settings) {
        this.round = round;
        this.jobs = jobs;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        start(Lane.TEXT, "classification-", settings.workers());
        start(Lane.MEDIA, "media-", settings.mediaWorkers());
    }

    private void start(Lane lane, String name, int workers) {
        for (int i = 1; i <= workers; i++) {
            threads.add(Thread.ofPlatform().name(name + i).start(() -> work(lane)));
        }
    }

    private void work(Lane lane) {
        try {
            while (running) {
                workOnce(lane);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOnce(Lane lane) throws InterruptedException {
        try {
            int worked = round.work(lane);
            if (worked < round.most(lane)) {
                signal.await(lane, worked == 0 ? settings.poll() : BREATH);
            }
        } catch (RuntimeException fault) {
            log.atWarn()
                    .addKeyValue("fault", fault.getClass().getSimpleName())
                    .log("A round of classification failed; its jobs come back when their leases end");
            signal.await(lane, AFTER_A_FAULT);
        }
    }

    /// Jobs of workers that died are claimable within half a second of their lease's end.
    @Scheduled(fixedDelay = 500)
    void reclaim() {
        int reclaimed = jobs.reclaim();
        if (reclaimed > 0) {
            log.atWarn().addKeyValue("jobs", reclaimed).log("Took back jobs whose worker is gone");
            signal.wake();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(thread -> signal.wake());
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
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
