package dev.docket.dto.enforcement;

/// @param replayed messages that wait to be sent again
public record ReplayResult(int replayed) {}
