package dev.docket.client.api;

import java.util.Map;

/// Something that changed on the floor. Best effort: nothing may rely on one arriving.
///
/// @param type such as `queue.changed`
public record LiveEvent(String type, Map<String, Object> payload) {}
