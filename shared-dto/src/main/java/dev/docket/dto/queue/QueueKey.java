package dev.docket.dto.queue;

/// What queues are called: by the key of their policy, and where it has one for a single source by both,
/// `harassment@forum`. A source may hold an `@` itself, a policy's key cannot.
public final class QueueKey {
    private static final char AT = '@';

    private QueueKey() {}

    /// Of a policy's queue for one source.
    public static String of(String policy, String source) {
        return policy + AT + source;
    }

    /// @return the key itself for a queue of all sources, and for those that are no policy's
    public static String policyOf(String queue) {
        int at = queue.indexOf(AT);
        return at < 0 ? queue : queue.substring(0, at);
    }

    /// @return empty for a queue of all sources
    public static String sourceOf(String queue) {
        int at = queue.indexOf(AT);
        return at < 0 ? "" : queue.substring(at + 1);
    }
}
