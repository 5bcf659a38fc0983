package dev.docket.dto.precedents;

/// Where a wave stands.
public enum WaveState {
    /// Its items wait to be decided.
    WAITING,
    /// Judged by one person; a second one judges it without knowing what the first found.
    AWAITING_APPROVAL,
    /// The two found different things: a third person settles it, or sends its items back.
    DISPUTED,
    /// Its items are being decided, one after another.
    DECIDING,
    DECIDED,
    /// Taken back within the grace time.
    UNDONE,
    /// Taken back afterwards, by superseding decisions.
    REVERSED,
    /// Withdrawn or sent back; its items wait as before.
    REFUSED
}
