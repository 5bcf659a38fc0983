package dev.docket.model.slot;

import dev.docket.model.ModelFault;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Holds what is in use, and frees it only when the last user has let go.
///
/// Native memory freed under a running computation takes the whole process down, so whoever computes holds a
/// [Lease]. What replaces the content serves later leases at once; the old is closed by its last holder.
///
/// @param <T> what is held
public final class Slot<T extends AutoCloseable> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private @Nullable Holder<T> current;

    public Slot(T content) {
        current = new Holder<>(content);
    }

    /// Takes hold of the present content.
    public Lease<T> lease() throws ModelFault {
        lock.lock();
        try {
            if (current == null) {
                throw new ModelFault("The classifier is closed");
            }
            current.leases++;
            return new Lease<>(this, current);
        } finally {
            lock.unlock();
        }
    }

    /// Serves `next` from now on.
    public void swap(T next) throws ModelFault {
        exchange(new Holder<>(next));
    }

    /// Refuses new leases and waits until all are back; what is still held after `limit` is never freed.
    ///
    /// @return whether everything was freed in time
    public boolean close(Duration limit) throws ModelFault {
        var last = exchange(null);
        return last == null || awaitRelease(last, limit);
    }

    private @Nullable Holder<T> exchange(@Nullable Holder<T> next) throws ModelFault {
        lock.lock();
        Holder<T> old;
        boolean idle;
        try {
            old = current;
            current = next;
            idle = old != null && old.retire();
        } finally {
            lock.unlock();
        }
        if (old != null && idle) {
            free(old);
        }
        return old;
    }

    private boolean awaitRelease(Holder<T> holder, Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            while (holder.leases > 0 && left > 0) {
                left = released.awaitNanos(left);
            }
            return holder.leases == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void release(Holder<T> holder) {
        boolean last;
        lock.lock();
        try {
            holder.leases--;
            last = holder.retired && holder.leases == 0;
        } finally {
            lock.unlock();
        }
        if (last) {
            freeQuietly(holder);
        }
    }

    private void freeQuietly(Holder<T> holder) {
        try {
            free(holder);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        }
    }

    private void free(Holder<T> holder) throws ModelFault {
        try {
            holder.content.close();
        } catch (Exception e) {
            throw new ModelFault("What the slot held could not be closed", e);
        } finally {
            signalReleased();
        }
    }

    private void signalReleased() {
        lock.lock();
        try {
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static final class Holder<T> {
        private final T content;
        private int leases;
        private boolean retired;

        Holder(T content) {
            this.content = content;
        }

        boolean retire() {
            retired = true;
            return leases == 0;
        }
    }

    /// A hold on the content; to be closed exactly once.
    public static final class Lease<T extends AutoCloseable> implements AutoCloseable {
        private final Slot<T> slot;
        private final Holder<T> holder;

        private Lease(Slot<T> slot, Holder<T> holder) {
            this.slot = slot;
            this.holder = holder;
        }

        public T content() {
            return holder.content;
        }

        @Override
        public void close() {
            slot.release(holder);
        }
    }
}
