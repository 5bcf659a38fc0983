package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Stands between the floor and native code that may throw or hang.
///
/// A call runs on a thread of its own and is given up after the time limit: native code cannot be interrupted, so the
/// thread is left behind, and only a few may be (a model that hangs must not eat the process). A hang rests the model
/// at once, throwing only after several calls in a row, because one bad text makes several calls fail while it is
/// searched for.
final class Guard {
    private static final int MOST_CALLS = 8;

    private final Duration timeLimit;
    private final Breaker breaker;
    private final Runnable onFault;
    private final Semaphore calls = new Semaphore(MOST_CALLS);
    private final ExecutorService threads;

    /// @param onFault run for each call that fails; not for one that is turned away
    Guard(String name, Duration timeLimit, Duration rest, Runnable onFault) {
        this.onFault = onFault;
        this.timeLimit = timeLimit;
        this.breaker = new Breaker(rest, System::nanoTime);
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    boolean isResting() {
        return breaker.isResting();
    }

    /// @throws ModelUnavailable when it is not to be asked just now, or hangs
    <T> T call(Callable<T> work) throws ModelFault {
        if (!breaker.admits()) {
            throw new ModelUnavailable("The model rests after failing");
        }
        try {
            var answer = inTime(work);
            breaker.succeeded();
            return answer;
        } catch (ModelUnavailable fault) {
            breaker.trip();
            onFault.run();
            throw fault;
        } catch (ModelFault fault) {
            breaker.failed();
            onFault.run();
            throw fault;
        }
    }

    private <T> T inTime(Callable<T> work) throws ModelFault {
        try {
            if (!calls.tryAcquire(timeLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ModelUnavailable("Too many calls hang");
            }
            var answer = threads.submit(() -> {
                try {
                    return work.call();
                } finally {
                    calls.release();
                }
            });
            return answer.get(timeLimit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ModelUnavailable("The model did not answer within " + timeLimit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("The model failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    void close() {
        threads.shutdown();
    }
}
