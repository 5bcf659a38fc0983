package dev.docket.client.supervisor;

import dev.docket.dto.floor.HandOn;
import dev.docket.dto.floor.MoveTasks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tasks that a supervisor is about to send elsewhere, so that the count is seen before it is done. Immutable.
///
/// @param from key of the queue, or id of the person, that has them
/// @param fromName as people say it
/// @param available how many there are
/// @param targets where they may go; a target without an id is the queues they came from
/// @param to the chosen one, an index into `targets`
/// @param count how many shall go; all of them in a drain and when a person's are handed on
public record Transfer(
        Kind kind,
        String from,
        String fromName,
        long available,
        List<Target> targets,
        int to,
        long count,
        String reason) {
    public enum Kind {
        MOVE,
        DRAIN,
        HAND_ON
    }

    /// @param id key of a queue or id of a person
    public record Target(@Nullable String id, String name) {}

    public Target target() {
        return targets.get(to);
    }

    /// Whether there is anything to do.
    public boolean isPossible() {
        return !targets.isEmpty() && available > 0 && count > 0;
    }

    Transfer to(int index) {
        return new Transfer(
                kind, from, fromName, available, targets, Math.clamp(index, 0, targets.size() - 1), count, reason);
    }

    Transfer count(long wanted) {
        return kind == Kind.MOVE
                ? new Transfer(kind, from, fromName, available, targets, to, Math.clamp(wanted, 0, available), reason)
                : this;
    }

    Transfer reason(String said) {
        return new Transfer(kind, from, fromName, available, targets, to, count, said);
    }

    MoveTasks asMove() {
        Integer atMost = kind == Kind.DRAIN ? null : Math.toIntExact(count);
        return new MoveTasks(from, target().id() == null ? "" : target().id(), atMost, said());
    }

    HandOn asHandOn() {
        return new HandOn(from, target().id(), said());
    }

    private @Nullable String said() {
        return reason.isBlank() ? null : reason.strip();
    }
}
