package dev.docket.model.onnx;

import dev.docket.model.ModelFault;
import dev.docket.model.slot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Workers of one session, each on a thread of its own, that share the parts of a call.
///
/// Each part is computed by itself, so that none depends on its neighbours. A call of which a part
/// takes longer than [#PATIENCE], or waits while no part of any call ends, is broken off; the
/// session is freed when the last run has ended, also when the process does.
///
/// @param <S> the session
/// @param <W> a worker with its native buffers
public final class Crew<S extends AutoCloseable, W> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long WAITING = Long.MIN_VALUE;

    private final Slot<S> slot;
    private final BlockingQueue<W> workers;
    private final ExecutorService threads;
    private final AtomicLong lastEnded = new AtomicLong(System.nanoTime());

    /// A process that ends in the middle of a native computation crashes, so its end waits for
    /// them.
    private final Thread atExit = Thread.ofPlatform().name("inference-drain").unstarted(this::drain);

    /// What a worker does with one part.
    @FunctionalInterface
    public interface Task<W, T, R> {
        /// @param run handle by which the call may be broken off
        R work(W worker, T part, Run run) throws ModelFault;
    }

    /// @param name of the threads
    /// @param workers one a thread
    public Crew(String name, S session, List<W> workers) {
        slot = new Slot<>(session);
        this.workers = new ArrayBlockingQueue<>(workers.size(), false, workers);
        threads = Executors.newFixedThreadPool(
                workers.size(), Thread.ofPlatform().daemon().name(name + "-", 1).factory());
        drainAtExit();
    }

    private void drainAtExit() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending: nobody will ask this crew anything", e);
        }
    }

    /// Result `i` belongs to part `i`.
    public <T, R> List<R> each(List<T> parts, Task<W, T, R> task) throws ModelFault {
        try (var lease = slot.lease()) {
            var call = new Call();
            var shares = new ArrayList<Share<R>>();
            for (var part : parts) {
                var begun = new AtomicLong(WAITING);
                shares.add(new Share<>(begun, threads.submit(() -> one(part, begun, call, task))));
            }
            return results(shares, call);
        }
    }

    /// A part of a call that is computed, or waits for it.
    ///
    /// @param begun when it began, by [System#nanoTime]; [#WAITING] before
    private record Share<R>(AtomicLong begun, Future<R> future) {}

    private <R> List<R> results(List<Share<R>> shares, Call call) throws ModelFault {
        var results = new ArrayList<R>();
        try {
            for (var share : shares) {
                results.add(await(share));
            }
            return results;
        } catch (ModelFault e) {
            shares.forEach(share -> share.future().cancel(false));
            call.breakOff();
            throw e;
        }
    }

    /// Holds the session for itself: a run that cannot be broken off may outlast its call.
    private <T, R> R one(T part, AtomicLong begun, Call call, Task<W, T, R> task)
            throws ModelFault, InterruptedException {
        var worker = workers.take();
        try (var lease = slot.lease();
                var run = call.start()) {
            begun.set(System.nanoTime());
            return task.work(worker, part, run.run());
        } finally {
            lastEnded.set(System.nanoTime());
            workers.add(worker);
        }
    }

    private <R> R await(Share<R> share) throws ModelFault {
        try {
            while (true) {
                try {
                    return share.future().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    if (hangs(share)) {
                        throw new ModelFault("Nothing finished within " + PATIENCE.toSeconds() + " seconds", e);
                    }
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("A part of a call failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    /// What waits behind others does not hang as long as others end.
    private boolean hangs(Share<?> share) {
        long begun = share.begun().get();
        long since = begun == WAITING ? lastEnded.get() : begun;
        return System.nanoTime() - since >= PATIENCE.toNanos();
    }

    /// Waits for running inference, then frees native memory. Later calls of [#each] throw
    /// [ModelFault].
    @Override
    public void close() {
        drain();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending: the hook drains as well", e);
        }
    }

    private void drain() {
        try {
            slot.close(PATIENCE);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
