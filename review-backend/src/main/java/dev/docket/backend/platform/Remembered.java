package dev.docket.backend.platform;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something of the database's that is asked for far more often than it changes, read again when it is old.
///
/// Nobody waits for anybody else's reading, as with a cache that loads under a lock: whoever asks may be in a
/// transaction, and where such hold every connection there is, they would wait for a reader that waits for one of
/// theirs. So one reads while the others go on with what was known, up to twice its life; past that everybody reads for
/// themselves.
public final class Remembered<T> {
    private final Supplier<T> source;
    private final long life;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable Reading<T> last;
    private long forgotten;

    /// @param life how long it is good for
    public Remembered(Duration life, Supplier<T> source) {
        this.life = life.toNanos();
        this.source = source;
    }

    /// At most twice its life old.
    public T get() {
        var known = last;
        long age = known == null ? Long.MAX_VALUE : System.nanoTime() - known.at();
        if (known != null && (age < life || age < 2 * life && !reading.compareAndSet(false, true))) {
            return known.value();
        }
        return read();
    }

    /// The next who asks reads it; who is reading at this moment keeps what they find to themselves.
    public synchronized void forget() {
        forgotten++;
        last = null;
    }

    private T read() {
        long began = System.nanoTime();
        long before = forgottenSoFar();
        try {
            T value = source.get();
            keep(new Reading<>(value, began), before);
            return value;
        } finally {
            reading.set(false);
        }
    }

    private synchronized long forgottenSoFar() {
        return forgotten;
    }

    private synchronized void keep(Reading<T> found, long before) {
        if (forgotten == before) {
            last = found;
        }
    }

    /// @param at by [System#nanoTime]
    private record Reading<T>(T value, long at) {}
}
