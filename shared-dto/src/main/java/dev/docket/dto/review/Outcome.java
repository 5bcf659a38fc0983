package dev.docket.dto.review;

/// What a decision found. The last three are for appeals.
public enum Outcome {
    APPROVE,
    VIOLATION,
    CANNOT_DECIDE,
    UPHOLD,
    OVERTURN,
    CHANGE
}
