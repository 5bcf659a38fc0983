package dev.docket.backend.classification;

import dev.docket.backend.classification.ClassificationJobs.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes an idle worker of each lane of this backend when a job has been committed: a worker of the other lane would
/// use up the call and find nothing. Best effort: a worker looks by itself as well.
@Component
class WorkSignal {
    private static final int MOST_WORTH_KEEPING = 8;

    private final Map<Lane, Semaphore> calls = new EnumMap<>(Lane.class);

    WorkSignal() {
        for (Lane lane : Lane.values()) {
            calls.put(lane, new Semaphore(0));
        }
    }

    /// Only the lanes that have something to do: a worker that looks in vain takes its time from one that does not.
    void wakeAfterCommit(Set<Lane> lanes) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lanes.forEach(lane -> wake(lane));
            }
        });
    }

    void wake() {
        calls.keySet().forEach(this::wake);
    }

    private void wake(Lane lane) {
        Semaphore waiting = Objects.requireNonNull(calls.get(lane));
        if (waiting.availablePermits() < MOST_WORTH_KEEPING) {
            waiting.release();
        }
    }

    /// Returns when woken, or after `patience`.
    void await(Lane lane, Duration patience) throws InterruptedException {
        Semaphore own = Objects.requireNonNull(calls.get(lane));
        if (own.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            own.drainPermits();
        }
    }
}
