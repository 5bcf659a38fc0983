package dev.docket.client.review;

import dev.docket.dto.review.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tasks a person has in hand: the open one, and behind it those claimed ahead. Knows how long each was looked at.
final class Hand {
    /// So many that after a decision the next item comes from memory.
    static final int SIZE = 3;

    private final InstantSource clock;
    private final Deque<Task> ahead = new ArrayDeque<>();
    private final Map<String, Duration> spent = new HashMap<>();
    private @Nullable Task open;
    private Instant openedAt;

    Hand(InstantSource clock) {
        this.clock = clock;
        this.openedAt = clock.instant();
    }

    int size() {
        return ahead.size() + (open == null ? 0 : 1);
    }

    int wanted() {
        return SIZE - size();
    }

    Optional<Task> open() {
        return Optional.ofNullable(open);
    }

    boolean has(String taskId) {
        return isOpen(taskId) || ahead.stream().anyMatch(waiting -> waiting.id().equals(taskId));
    }

    boolean isOpen(String taskId) {
        return open != null && open.id().equals(taskId);
    }

    /// Takes a task behind all others.
    void add(Task task) {
        ahead.addLast(task);
    }

    /// Opens the next task; what was open is gone from the hand.
    Optional<Task> next() {
        open = ahead.pollFirst();
        openedAt = clock.instant();
        return open();
    }

    /// Opens a task at once; what was open comes next after it.
    void interrupt(Task task) {
        if (open != null) {
            spent.put(open.id(), timeOnOpen());
            ahead.addFirst(open);
        }
        open = task;
        openedAt = clock.instant();
    }

    /// Drops those of the tasks ahead; the open one stays before the person.
    void drop(Set<String> taskIds) {
        ahead.removeIf(waiting -> taskIds.contains(waiting.id()));
    }

    /// How long the open task has been looked at, earlier looks included.
    Duration timeOnOpen() {
        var before = open == null ? Duration.ZERO : spent.getOrDefault(open.id(), Duration.ZERO);
        var since = Duration.between(openedAt, clock.instant());
        return since.isNegative() ? before : before.plus(since);
    }

    /// Keeps the time of the open task, should it come back.
    void rememberTime() {
        spent.keySet().removeIf(taskId -> !has(taskId));
        if (open != null) {
            spent.put(open.id(), timeOnOpen());
        }
    }
}
