package dev.docket.backend.registry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who scores on this floor just now.
///
/// @param champion whose scores count
/// @param beside who scores beside it, the canary among them
public record Post(String champion, Optional<Canary> canary, List<String> beside) {
    public Post {
        beside = List.copyOf(beside);
    }

    /// Whose scores count for a share of the items.
    ///
    /// @param salt decides which
    public record Canary(String version, double share, UUID salt) {
        /// Whether an item is one of its share: always the same for one item, and more items as
        /// the share grows.
        public boolean has(UUID item) {
            return SaltedShare.of(salt, item) < share;
        }
    }
}
