package dev.docket.backend.enforcement;

import java.time.Instant;
import java.util.UUID;

/// Tells platforms what other modules have to say, over the same outbox as decisions and in order with them.
public interface Announcements {
    /// Writes the message in the caller's transaction; it goes out once that commits.
    ///
    /// @param at when it came to pass
    /// @param data a record that serialises to the message's `data`; never the name or id of who decided
    void announce(MessageType type, UUID item, Instant at, Object data);
}
