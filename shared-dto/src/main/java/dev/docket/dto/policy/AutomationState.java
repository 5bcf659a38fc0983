package dev.docket.dto.policy;

/// Automatic action of one policy: off, asked for by one person, or on by the word of two.
public enum AutomationState {
    OFF,
    PENDING,
    ON
}
