package dev.docket.dto.models;

/// Asks for a model to be evaluated on the test split of a label set.
///
/// @param labelSet version of a set that is READY
public record EvaluateRequest(String labelSet) {}
