package dev.docket.client.common.task;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Runs work off the FX thread and brings its outcome back onto it.
///
/// The real one uses virtual threads; the one of the tests runs inline. Nothing else in the desk makes threads.
public interface Background {
    /// Starts `work`; its callbacks run on the FX thread, in the order they were added.
    <T> Work<T> run(Callable<T> work);

    /// Runs `action` on the FX thread every `period`, first after one period, until cancelled.
    Cancellable every(Duration period, Runnable action);

    /// Runs `action` on the FX thread once, after `delay`, unless cancelled before.
    Cancellable after(Duration delay, Runnable action);

    /// Something that can be stopped. Stopping twice does nothing.
    @FunctionalInterface
    interface Cancellable {
        void cancel();
    }
}
