package dev.docket.dto.policy;

/// A label that models score.
///
/// @param released whether a policy may name it: a model that scores it has served everybody
public record SchemaLabel(String label, boolean released) {}
