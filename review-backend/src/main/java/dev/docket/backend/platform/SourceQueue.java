package dev.docket.backend.platform;

import java.util.Set;

/// The queue that a policy has for one source, named by both: `harassment@forum`. A source may hold an `@` itself, a
/// policy's key cannot.
///
/// @param policy a policy's key
/// @param source as items name it
public record SourceQueue(String policy, String source) {
    private static final String AT = "@";

    public String key() {
        return policy + AT + source;
    }

    public String title(String policyTitle) {
        return policyTitle + " · " + source;
    }

    /// @param queue any queue's key
    public static String policyOf(String queue) {
        int at = queue.indexOf(AT);
        return at < 0 ? queue : queue.substring(0, at);
    }

    /// @param clearances queue keys; a policy's stands for those of its sources too, `*` for all
    /// @param queue any queue's key
    public static boolean isCleared(Set<String> clearances, String queue) {
        return clearances.contains("*") || clearances.contains(queue) || clearances.contains(policyOf(queue));
    }
}
