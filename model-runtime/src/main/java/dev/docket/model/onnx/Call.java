package dev.docket.model.onnx;

import dev.docket.model.ModelFault;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The runs of one call of a classifier: when one fails, the others are no longer worth their
/// time.
public final class Call {
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Run> running = new HashSet<>();
    private boolean brokenOff;

    /// A run that ends with the returned handle.
    public Ongoing start() throws ModelFault {
        lock.lock();
        try {
            if (brokenOff) {
                throw new ModelFault("The call was broken off");
            }
            var run = new Run();
            running.add(run);
            return new Ongoing(this, run);
        } finally {
            lock.unlock();
        }
    }

    /// Fails what is running and what would start later.
    public void breakOff() throws ModelFault {
        lock.lock();
        try {
            brokenOff = true;
            for (var run : running) {
                run.breakOff();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(Run run) {
        lock.lock();
        try {
            running.remove(run);
            run.close();
        } finally {
            lock.unlock();
        }
    }

    /// A run in progress.
    public record Ongoing(Call call, Run run) implements AutoCloseable {
        @Override
        public void close() {
            call.end(run);
        }
    }
}
