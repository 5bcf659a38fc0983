package dev.docket.backend.intake;

import dev.docket.dto.item.ItemState;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Lets a caller wait until an item has moved on. Woken by this backend at once; an item that another backend moves
/// is noticed by looking again.
@Component
public class Arrivals {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final StoredItems items;
    private final Map<UUID, CountDownLatch> waiting = new ConcurrentHashMap<>();

    Arrivals(StoredItems items) {
        this.items = items;
    }

    void announceAfterCommit(UUID item) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                var latch = waiting.remove(item);
                if (latch != null) {
                    latch.countDown();
                }
            }
        });
    }

    /// Waits on the calling thread, for at most `patience`.
    ///
    /// @return whether the item is classified
    public boolean await(UUID item, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!isClassified(item)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                var latch = waiting.computeIfAbsent(item, id -> new CountDownLatch(1));
                if (isClassified(item)) {
                    return true;
                }
                latch.await(Math.min(left, LOOK_AGAIN.toNanos()), TimeUnit.NANOSECONDS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(item);
        }
    }

    private boolean isClassified(UUID item) {
        return items.find(item)
                .filter(row -> row.item().state() != ItemState.RECEIVED)
                .isPresent();
    }
}
