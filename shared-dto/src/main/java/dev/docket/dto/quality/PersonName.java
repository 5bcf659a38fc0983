package dev.docket.dto.quality;

/// Somebody of the floor, as supervisors speak of them.
public record PersonName(String id, String displayName) {}
