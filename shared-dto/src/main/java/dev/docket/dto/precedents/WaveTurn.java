package dev.docket.dto.precedents;

/// What somebody can do with a wave as it stands.
public enum WaveTurn {
    /// Decide it: it waits.
    DECIDE,
    /// Judge it as the second person, without knowing what the first one found; or send it back.
    LOOK,
    /// Settle it as the third one, who sees what both found; or send it back.
    SETTLE,
    /// Withdraw what they found themselves, while nobody else has judged it.
    WITHDRAW,
    /// Nothing, but to take back what was decided, where that can be.
    NOTHING
}
