package dev.docket.dto.problem;

/// One wrong field of a submission.
///
/// @param pointer an RFC 6901 JSON pointer into the body, `""` for the whole of it
/// @param detail what is wrong and what is allowed
public record FieldError(String pointer, String detail) {}
