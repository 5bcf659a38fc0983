package dev.docket.dto.enforcement;

import org.jspecify.annotations.Nullable;

/// Asks to send messages again.
///
/// @param messageId the one to send again, whatever became of it; null for every message given up on
public record ReplayRequest(@Nullable String messageId) {}
