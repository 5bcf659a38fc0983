package dev.docket.client.common.screen;

import java.util.Map;

/// Something that changed on the floor. Best effort: nothing may rely on one arriving.
///
/// @param type such as `queue.changed`
public record LiveEvent(String type, Map<String, Object> payload) {
    /// Whether it is one of a family: `queue` has `queue.changed`.
    public boolean isOf(String family) {
        return type.startsWith(family + ".");
    }
}
