package dev.docket.dto.review;

/// How a decision came about: by which kind of review task, or without one.
public enum DecisionKind {
    FIRST,
    SECOND,
    ADJUDICATION,
    APPEAL,
    /// A senior or supervisor took an effective decision back.
    REVERSAL,
    /// One decision for a cluster of near-duplicates.
    WAVE,
    /// A policy acted by itself.
    AUTOMATION;

    public static DecisionKind of(TaskKind kind) {
        return valueOf(kind.name());
    }
}
