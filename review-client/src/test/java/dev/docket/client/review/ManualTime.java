package dev.docket.client.review;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.task.Background;
import dev.docket.client.common.task.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Time that moves when the test moves it, and background work that is done at once.
final class ManualTime implements Background, InstantSource {
    private final List<Alarm> alarms = new ArrayList<>();
    private Instant now = SampleTasks.NOW;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        var until = now.plus(time);
        while (true) {
            var due = alarms.stream()
                    .filter(alarm -> !alarm.at.isAfter(until))
                    .min(Comparator.comparing(alarm -> alarm.at));
            if (due.isEmpty()) {
                now = until;
                return;
            }
            now = due.get().at;
            due.get().ring();
        }
    }

    @Override
    public <T> Work<T> run(Callable<T> work) {
        try {
            return new Done<>(work.call(), null);
        } catch (Exception e) {
            return new Done<>(null, e);
        }
    }

    @Override
    public Cancellable every(Duration period, Runnable action) {
        return new Alarm(now.plus(period), period, action);
    }

    @Override
    public Cancellable after(Duration delay, Runnable action) {
        return new Alarm(now.plus(delay), null, action);
    }

    private final class Alarm implements Cancellable {
        private final @Nullable Duration period;
        private final Runnable action;
        private Instant at;

        Alarm(Instant at, @Nullable Duration period, Runnable action) {
            this.at = at;
            this.period = period;
            this.action = action;
            alarms.add(this);
        }

        void ring() {
            if (period == null) {
                alarms.remove(this);
            } else {
                at = at.plus(period);
            }
            action.run();
        }

        @Override
        public void cancel() {
            alarms.remove(this);
        }
    }

    private static final class Done<T> implements Work<T> {
        private final @Nullable T result;
        private final @Nullable Exception fault;
        private boolean handled;

        Done(@Nullable T result, @Nullable Exception fault) {
            this.result = result;
            this.fault = fault;
        }

        @Override
        public Work<T> onSuccess(Consumer<T> handler) {
            if (fault == null && result != null) {
                handler.accept(result);
            }
            return this;
        }

        @Override
        public Work<T> onProblem(String slug, Consumer<ApiProblem> handler) {
            if (!handled
                    && fault instanceof ApiProblem problem
                    && problem.slug().equals(slug)) {
                handled = true;
                handler.accept(problem);
            }
            return this;
        }

        @Override
        public Work<T> onOffline(Consumer<Offline> handler) {
            if (!handled && fault instanceof Offline offline) {
                handled = true;
                handler.accept(offline);
            }
            return this;
        }

        @Override
        public Work<T> onFailure(Consumer<Exception> handler) {
            if (!handled && fault != null) {
                handled = true;
                handler.accept(fault);
            }
            return this;
        }

        @Override
        public void cancel() {}
    }
}
