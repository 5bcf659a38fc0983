package dev.docket.dto.policy;

/// On or off.
public record SwitchRequest(boolean on) {}
