package dev.docket.client.common.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/// The background of the tests: work runs at once and inline, timers run when the test lets time pass.
///
/// After [#hold] work waits until [#release], so that a test can look at the desk while a call is under way.
public final class InlineBackground implements Background {
    private final ManualClock clock;
    private final List<Timer> timers = new ArrayList<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    public InlineBackground() {
        this(new ManualClock());
    }

    public InlineBackground(ManualClock clock) {
        this.clock = clock;
    }

    /// The clock that moves with [#advance].
    public ManualClock clock() {
        return clock;
    }

    @Override
    public <T> Work<T> run(Callable<T> work) {
        var cancelled = new AtomicBoolean();
        var pending = new PendingWork<T>(() -> cancelled.set(true));
        if (holding) {
            held.addLast(() -> settle(work, pending, cancelled.get()));
        } else {
            settle(work, pending, false);
        }
        return pending;
    }

    @Override
    public Cancellable every(Duration period, Runnable action) {
        return add(new Timer(clock.instant().plus(period), period, action));
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return add(new Timer(clock.instant().plus(delay), null, action));
    }

    /// Keeps work from running until [#release].
    public void hold() {
        holding = true;
    }

    /// Runs what was held, in order, and everything after it inline again.
    public void release() {
        holding = false;
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
    }

    /// How many pieces of work wait for [#release].
    public int waiting() {
        return held.size();
    }

    /// Lets time pass, and runs every timer that falls due, each at its own time.
    public void advance(Duration duration) {
        Instant until = clock.instant().plus(duration);
        while (true) {
            var next = timers.stream()
                    .filter(timer -> !timer.at.isAfter(until))
                    .min(Comparator.comparing(timer -> timer.at));
            if (next.isEmpty()) {
                break;
            }
            fire(next.get());
        }
        clock.set(until);
    }

    private void fire(Timer timer) {
        clock.set(timer.at);
        if (timer.period == null) {
            timers.remove(timer);
        } else {
            timer.at = timer.at.plus(timer.period);
        }
        timer.action.run();
    }

    private Cancellable add(Timer timer) {
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    private static <T> void settle(Callable<T> work, PendingWork<T> pending, boolean cancelled) {
        if (cancelled) {
            return;
        }
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            pending.fail(e);
            return;
        }
        pending.succeed(result);
    }

    private static final class Timer {
        private final Duration period;
        private final Runnable action;
        private Instant at;

        private Timer(Instant at, Duration period, Runnable action) {
            this.at = at;
            this.period = period;
            this.action = action;
        }
    }
}
