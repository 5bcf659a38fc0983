package dev.docket.client.common.finding;

/// What a queue's key says: the policy whose items wait there, or one that it has for a single source, `spam@forum`.
public final class QueueKey {
    private static final char AT = '@';

    private QueueKey() {}

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
