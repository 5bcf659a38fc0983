package dev.docket.dto.labels;

/// Lets a set be trained on though gates failed.
///
/// @param reason 10..1000 characters, kept with the set and in the audit trail
public record WaiveGates(String reason) {}
