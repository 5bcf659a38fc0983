package dev.docket.model.explain;

/// A word of a text, or what stands in one's place: `idiot`, `1d10t`, `i d i o t`, one ideograph word.
///
/// @param start first UTF-16 code unit of the text
/// @param end one past the last
public record Word(int start, int end) {}
