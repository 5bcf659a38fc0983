package dev.docket.model.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends processes that take more time or memory than they were given.
///
/// The heap has a limit of its own; decoders in native code do not, so the whole of a process's
/// memory is looked at from outside, where the system tells it.
public final class ProcessWatch implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 25;
    private static final int PAGE = 4_096;

    private final long mostMemory;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("process-watch").factory());

    /// @param mostMemory bytes that a process may occupy
    public ProcessWatch(long mostMemory) {
        this.mostMemory = mostMemory;
    }

    /// Watches until the result is closed.
    public Watched over(Process process, Duration time) {
        return new Watched(process, time);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /// One process under watch.
    public final class Watched implements AutoCloseable {
        private final Process process;
        private final long deadline;
        private final ScheduledFuture<?> looking;
        private volatile @Nullable Refusal refusal;

        private Watched(Process process, Duration time) {
            this.process = process;
            deadline = System.nanoTime() + time.toNanos();
            looking = clock.scheduleWithFixedDelay(this::look, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void look() {
            if (refusal != null) {
                return;
            }
            if (System.nanoTime() - deadline > 0) {
                end(Refusal.TIMED_OUT);
            } else if (memory(process.pid()) > mostMemory) {
                end(Refusal.BOMB);
            }
        }

        private void end(Refusal why) {
            refusal = why;
            process.destroyForcibly();
        }

        /// Why the process was ended, if it was.
        public Optional<Refusal> refusal() {
            return Optional.ofNullable(refusal);
        }

        @Override
        public void close() {
            looking.cancel(false);
        }
    }

    /// Bytes that are in memory; 0 where the system does not tell.
    private static long memory(long pid) {
        try {
            String[] pages = Files.readString(Path.of("/proc", Long.toString(pid), "statm"))
                    .split(" ");
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException | RuntimeException unknown) {
            return 0;
        }
    }
}
