package dev.docket.backend.platform;

/// A kind of refusal. Each module names its own as constants of one class.
///
/// @param slug the stable part of `urn:docket:problem:<slug>`, from [dev.docket.dto.problem.Slug]
/// @param status the HTTP status
/// @param title the fixed title
public record ProblemKind(String slug, int status, String title) {}
