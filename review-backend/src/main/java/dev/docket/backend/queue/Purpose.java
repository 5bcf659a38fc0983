package dev.docket.backend.queue;

/// What a review task is for.
public enum Purpose {
    /// Real work: what is decided is acted on.
    LIVE,
    /// A golden item that passes unseen. Looks like any other task; the answer is kept and never acted on.
    GOLDEN,
    /// The same item before several people, to measure how far they agree. Never acted on.
    CALIBRATION
}
