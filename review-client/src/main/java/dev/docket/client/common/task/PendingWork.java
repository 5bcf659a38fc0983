package dev.docket.client.common.task;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Work whose outcome is told to its handlers once, whether they were added before or after it was known.
///
/// Confined to the FX thread, apart from the work itself.
final class PendingWork<T> implements Work<T> {
    private record Taker(Predicate<Exception> takes, Consumer<Exception> handler) {}

    private final Runnable interrupt;
    private final List<Consumer<T>> successes = new ArrayList<>();
    private final List<Taker> takers = new ArrayList<>();
    private final List<Consumer<Exception>> others = new ArrayList<>();
    private @Nullable Exception failure;
    private @Nullable T result;
    private boolean settled;
    private boolean taken;
    private boolean cancelled;

    PendingWork(Runnable interrupt) {
        this.interrupt = interrupt;
    }

    void succeed(@Nullable T value) {
        if (!cancelled) {
            settled = true;
            result = value;
            List.copyOf(successes).forEach(this::deliver);
        }
    }

    /// @return false when no handler took the failure
    boolean fail(Exception cause) {
        if (cancelled) {
            return true;
        }
        settled = true;
        failure = cause;
        List.copyOf(takers).forEach(taker -> offer(taker, cause));
        if (!taken) {
            List.copyOf(others).forEach(handler -> take(handler, cause));
        }
        return taken;
    }

    @Override
    public Work<T> onSuccess(Consumer<T> handler) {
        successes.add(handler);
        if (settled && failure == null && !cancelled) {
            deliver(handler);
        }
        return this;
    }

    @Override
    public Work<T> onProblem(String slug, Consumer<ApiProblem> handler) {
        return taker(new Taker(
                cause -> cause instanceof ApiProblem problem && problem.slug().equals(slug),
                cause -> handler.accept((ApiProblem) cause)));
    }

    @Override
    public Work<T> onOffline(Consumer<Offline> handler) {
        return taker(new Taker(Offline.class::isInstance, cause -> handler.accept((Offline) cause)));
    }

    @Override
    public Work<T> onFailure(Consumer<Exception> handler) {
        others.add(handler);
        if (failure != null && !taken && !cancelled) {
            take(handler, failure);
        }
        return this;
    }

    @Override
    public void cancel() {
        cancelled = true;
        interrupt.run();
    }

    private Work<T> taker(Taker taker) {
        takers.add(taker);
        if (failure != null && !cancelled) {
            offer(taker, failure);
        }
        return this;
    }

    private void offer(Taker taker, Exception cause) {
        if (taker.takes().test(cause)) {
            take(taker.handler(), cause);
        }
    }

    private void take(Consumer<Exception> handler, Exception cause) {
        taken = true;
        handler.accept(cause);
    }

    @SuppressWarnings("NullAway") // Work that yields nothing hands null on to a handler that ignores it.
    private void deliver(Consumer<T> handler) {
        if (!cancelled) {
            handler.accept(result);
        }
    }
}
