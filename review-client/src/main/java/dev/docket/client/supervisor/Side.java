package dev.docket.client.supervisor;

/// Whose finding an adjudication follows.
public enum Side {
    UNDECIDED,
    LEFT,
    RIGHT,
    /// Neither: the supervisor puts an own finding together.
    OWN
}
