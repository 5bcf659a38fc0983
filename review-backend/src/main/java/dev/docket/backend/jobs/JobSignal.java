package dev.docket.backend.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes this floor's worker when a job has been committed. Best effort: it looks by itself as well.
@Component
class JobSignal {
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
        calls.release();
    }

    /// Returns when woken, or after `patience`.
    void await(Duration patience) throws InterruptedException {
        if (calls.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
    }
}
