package dev.docket.bench;

/// How long a benchmark may take.
///
/// Every size can also be given by itself, as `DOCKET_JAVA_OPTS=-Ddocket.bench.WHAT=NUMBER`.
enum Length {
    /// As the goal says it, or as near as some minutes allow.
    FULL,
    /// The same work on less of it, within three minutes: to see that it runs, not to claim a figure.
    SHORT;

    int of(int full, int brief) {
        return this == FULL ? full : brief;
    }

    /// A size that may be given from outside.
    int of(String property, int full, int brief) {
        return Integer.getInteger("docket.bench." + property, of(full, brief));
    }
}
