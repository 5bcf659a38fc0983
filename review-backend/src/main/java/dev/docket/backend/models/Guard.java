package dev.docket.backend.models;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stands between the floor and native code that may throw or hang.
///
/// A call runs on a thread of its own and is given up at its deadline, which is counted from its arrival: waiting for
/// a place is waiting too. What is given up is told to stop; native code that does not listen keeps its thread and its
/// place, and there are only a few (a model that hangs must not eat the process). A hang rests the model at once,
/// throwing only after several calls in a row, because one bad text makes several calls fail while it is searched for.
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
        return call(work, timeLimit);
    }

    /// The same, given up sooner.
    <T> T call(Callable<T> work, Duration limit) throws ModelFault {
        if (!breaker.admits()) {
            throw new ModelUnavailable("The model rests after failing");
        }
        try {
            var answer = inTime(work, limit);
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

    private <T> T inTime(Callable<T> work, Duration limit) throws ModelFault {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            if (!calls.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ModelUnavailable("Too many calls hang");
            }
            return answer(new Place(), work, deadline, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    private <T> T answer(Place place, Callable<T> work, long deadline, Duration limit)
            throws ModelFault, InterruptedException {
        Future<T> answer = threads.submit(() -> {
            if (!place.taken.compareAndSet(false, true)) {
                throw new InterruptedException("given up before it began");
            }
            try {
                return work.call();
            } finally {
                calls.release();
            }
        });
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            place.giveUp(answer);
            throw new ModelUnavailable("The model did not answer within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            place.giveUp(answer);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("The model failed", e);
        }
    }

    /// One of the calls that may run at once; given back by whoever took it, or by who gave up before anybody did.
    private final class Place {
        private final AtomicBoolean taken = new AtomicBoolean();

        void giveUp(Future<?> answer) {
            if (taken.compareAndSet(false, true)) {
                calls.release();
            }
            answer.cancel(true);
        }
    }

    void close() {
        threads.shutdown();
    }
}
