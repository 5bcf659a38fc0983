package dev.docket.backend.classification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes an idle worker of this backend when a job has been committed. Best effort: a worker looks by itself as well.
@Component
class WorkSignal {
    private static final int MOST_WORTH_KEEPING = 8;

    private final Semaphore calls = new Semaphore(0);

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    void wake() {
        if (calls.availablePermits() < MOST_WORTH_KEEPING) {
            calls.release();
        }
    }

    /// Returns when woken, or after `patience`.
    void await(Duration patience) throws InterruptedException {
        boolean woken = calls.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (woken) {
            calls.drainPermits();
        }
    }
}
