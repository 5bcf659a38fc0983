package dev.docket.model.filter;

/// An entry within the distance asked for.
///
/// @param distance bits that differ
public record HashMatch(long id, int distance) {}
