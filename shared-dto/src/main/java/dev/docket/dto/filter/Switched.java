package dev.docket.dto.filter;

/// Switches a filter, or one entry of it, on or off.
public record Switched(boolean enabled) {}
