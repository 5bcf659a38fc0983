package dev.docket.model;

import dev.docket.model.onnx.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The runs of one call of the classifier: when one fails, the others are no longer worth their time.
final class Call {
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Run> running = new HashSet<>();
    private boolean brokenOff;

    /// A run that ends with the returned handle.
    Ongoing start() throws ModelFault {
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
    void breakOff() throws ModelFault {
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
    record Ongoing(Call call, Run run) implements AutoCloseable {
        @Override
        public void close() {
            call.end(run);
        }
    }
}
