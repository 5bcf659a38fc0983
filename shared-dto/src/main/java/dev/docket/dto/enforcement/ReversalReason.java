package dev.docket.dto.enforcement;

/// Why actions no longer hold.
public enum ReversalReason {
    /// A later decision took the decision's place.
    SUPERSEDED,
    /// Their time was over.
    EXPIRED
}
