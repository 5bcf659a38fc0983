package dev.docket.dto.precedents;

/// Where a wave stands.
public enum WaveState {
    /// Its items wait to be decided.
    WAITING,
    /// Decided by one person, too large to be decided without a second.
    AWAITING_APPROVAL,
    /// Its items are being decided, one after another.
    DECIDING,
    DECIDED,
    /// Taken back within the grace time.
    UNDONE,
    /// Taken back afterwards, by superseding decisions.
    REVERSED,
    /// The second person refused it; its items wait as before.
    REFUSED
}
