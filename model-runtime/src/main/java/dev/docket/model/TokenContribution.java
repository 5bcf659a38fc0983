package dev.docket.model;

/// What one token adds to a label's logit.
///
/// @param start first UTF-16 code unit of the token in the original text
/// @param end one past the last; `start == end` for tokens with no place in the text (the encoder's own markers)
/// @param contribution logit units; positive speaks for the label
public record TokenContribution(int start, int end, double contribution) {}
