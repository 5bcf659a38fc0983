package dev.docket.dto.filter;

public enum HashState {
    ENABLED,
    DISABLED,
    /// It matched so much, so suddenly, that it is only a signal until somebody has looked at
    /// it.
    QUARANTINED
}
