package dev.docket.backend.queue;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// Review tasks whose answers are never acted on: golden items and calibration. Every method
/// joins the caller's transaction.
public interface TrialTasks {
    /// Puts an item before one person as if it had just been routed: under the severity,
    /// language and reason of its first look, among the most urgent tasks of its queue. It is
    /// for that person alone.
    ///
    /// @param purpose GOLDEN or CALIBRATION
    /// @param queue where it waits
    /// @return the task; empty when the item is erased or waits for the person already
    Optional<UUID> offer(UUID item, UUID person, Purpose purpose, String queue);

    /// The queue in which the item had its first look; empty when it never waited.
    Optional<String> queueOf(UUID item);

    /// Takes back those that still wait.
    ///
    /// @return how many did
    int withdraw(Collection<UUID> tasks);
}
