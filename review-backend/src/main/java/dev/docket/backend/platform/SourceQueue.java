package dev.docket.backend.platform;

import dev.docket.dto.queue.QueueKey;
import java.util.Set;

/// The queue that a policy has for one source, called what [QueueKey] says.
///
/// @param policy a policy's key
/// @param source as items name it
public record SourceQueue(String policy, String source) {
    public String key() {
        return QueueKey.of(policy, source);
    }

    public String title(String policyTitle) {
        return policyTitle + " · " + source;
    }

    /// @param queue any queue's key
    public static String policyOf(String queue) {
        return QueueKey.policyOf(queue);
    }

    /// @param clearances queue keys; a policy's stands for those of its sources too, `*` for all
    /// @param queue any queue's key
    public static boolean isCleared(Set<String> clearances, String queue) {
        return clearances.contains("*") || clearances.contains(queue) || clearances.contains(policyOf(queue));
    }
}
