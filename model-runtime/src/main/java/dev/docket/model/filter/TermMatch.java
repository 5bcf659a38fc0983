package dev.docket.model.filter;

/// A blocklist's term, found.
///
/// @param start first UTF-16 code unit in the original text
/// @param end one past the last
public record TermMatch(Term term, int start, int end) {}
