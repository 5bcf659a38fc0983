package dev.docket.backend.platform;

/// Tells consoles that something changed. Coalesced and best effort: nothing relies on an event arriving.
public interface LiveEvents {
    /// Publishes after the caller's transaction commits, or at once without one.
    ///
    /// @param type such as `queue.changed`, `lease.lost`, `job.progress`
    /// @param subject what it is about, such as a queue key; events of one type and subject within a short while
    ///     are sent once
    /// @param payload a record that serialises to a small JSON object without content
    void publish(String type, String subject, Object payload);
}
