package dev.docket.client.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// One's own count since the desk was opened, and the pace of the last half hour.
///
/// For the person's eyes only: it is kept nowhere and sent to nobody.
final class WorkDay {
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final int TOO_FEW = 3;

    private final InstantSource clock;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper();
    /// Decisions an hour, or 0 while there are too few to say.
    private final ReadOnlyIntegerWrapper pace = new ReadOnlyIntegerWrapper();

    WorkDay(InstantSource clock) {
        this.clock = clock;
    }

    /// Takes over a new total: one more after a decision, one fewer after an undo.
    void total(int total) {
        for (int more = decided.get(); more < total; more++) {
            recent.addLast(clock.instant());
        }
        for (int fewer = decided.get(); fewer > total && !recent.isEmpty(); fewer--) {
            recent.removeLast();
        }
        decided.set(total);
        tick();
    }

    /// Lets the pace fall while nothing is decided.
    void tick() {
        Instant now = clock.instant();
        recent.removeIf(at -> at.isBefore(now.minus(WINDOW)));
        pace.set(recent.size() < TOO_FEW ? 0 : paceAt(now));
    }

    private int paceAt(Instant now) {
        var span = Duration.between(recent.getFirst(), now);
        var counted = span.compareTo(SHORTEST) < 0 ? SHORTEST : span;
        return (int) Math.round(recent.size() * (double) Duration.ofHours(1).toMillis() / counted.toMillis());
    }

    ReadOnlyIntegerProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty paceProperty() {
        return pace.getReadOnlyProperty();
    }
}
