package dev.docket.dto.item;

/// Outcome of comparing every label with its policy's thresholds.
public enum Route {
    ALLOW,
    ACT,
    REVIEW
}
