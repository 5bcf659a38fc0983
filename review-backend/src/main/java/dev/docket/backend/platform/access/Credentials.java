package dev.docket.backend.platform.access;

import dev.docket.backend.platform.Caller;
import java.util.Optional;

/// Knows whose a session token or API key is. Asked at every request: what is revoked on this floor is refused at once,
/// what is revoked on another that shares the database within a few seconds.
public interface Credentials {
    /// Empty for a credential that is unknown, revoked or has run out.
    Optional<Caller> callerOf(String credential);
}
