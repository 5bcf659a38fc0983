package dev.docket.client.common.task;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desk's background: a virtual thread for each piece of work, one timer, and the way back onto the FX thread.
///
/// This class is the only one of the desk that makes threads. Closing it interrupts what is running.
public final class FxBackground implements Background, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FxBackground.class);

    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("desk-", 1).factory());
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("desk-timer").factory());

    @Override
    public <T> Work<T> run(Callable<T> work) {
        var thread = new Interruptible();
        var pending = new PendingWork<T>(thread);
        try {
            thread.running = workers.submit(() -> settle(work, pending));
        } catch (RejectedExecutionException closed) {
            pending.cancel();
        }
        return pending;
    }

    @Override
    public Cancellable every(Duration period, Runnable action) {
        var once = new AtomicBoolean();
        return schedule(cancelled -> timer.scheduleAtFixedRate(
                () -> {
                    // A stalled FX thread gets one tick when it wakes, not all that it missed.
                    if (once.compareAndSet(false, true)) {
                        later(cancelled, () -> {
                            once.set(false);
                            action.run();
                        });
                    }
                },
                period.toNanos(),
                period.toNanos(),
                TimeUnit.NANOSECONDS));
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return schedule(cancelled ->
                timer.schedule(() -> later(cancelled, action), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static <T> void settle(Callable<T> work, PendingWork<T> pending) {
        try {
            var result = work.call();
            Platform.runLater(() -> pending.succeed(result));
        } catch (Exception e) {
            Platform.runLater(() -> fail(pending, e));
        } catch (Error e) {
            Platform.runLater(() -> fail(pending, new IllegalStateException(e)));
            throw e;
        }
    }

    private static void fail(PendingWork<?> pending, Exception cause) {
        if (!pending.fail(cause)) {
            log.atWarn().setCause(cause).log("Nobody took a failure");
        }
    }

    private static void later(AtomicBoolean cancelled, Runnable action) {
        Platform.runLater(() -> {
            if (!cancelled.get()) {
                action.run();
            }
        });
    }

    @FunctionalInterface
    private interface Schedule {
        Future<?> with(AtomicBoolean cancelled);
    }

    private static Cancellable schedule(Schedule schedule) {
        var cancelled = new AtomicBoolean();
        try {
            var future = schedule.with(cancelled);
            return () -> {
                cancelled.set(true);
                future.cancel(false);
            };
        } catch (RejectedExecutionException closed) {
            return () -> cancelled.set(true);
        }
    }

    private static final class Interruptible implements Runnable {
        private volatile @Nullable Future<?> running;

        @Override
        public void run() {
            var future = running;
            if (future != null) {
                future.cancel(true);
            }
        }
    }
}
