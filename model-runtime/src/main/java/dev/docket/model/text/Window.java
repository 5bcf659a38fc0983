package dev.docket.model.text;

import dev.docket.model.tokenizer.Tokens;

/// A stretch of a text that the encoder reads in one piece.
///
/// @param tokens without the encoder's markers
/// @param start first UTF-16 code unit; the first window starts with the text
/// @param end one past the last; the last window ends with the text
public record Window(Tokens tokens, int start, int end) {}
