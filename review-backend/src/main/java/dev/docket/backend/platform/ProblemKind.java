package dev.docket.backend.platform;

/// A kind of refusal. Each module has one enum of its own.
public interface ProblemKind {
    /// The stable part of `urn:docket:problem:<slug>`, from [dev.docket.dto.problem.Slug].
    String slug();

    /// The HTTP status.
    int status();

    /// The fixed title.
    String title();
}
