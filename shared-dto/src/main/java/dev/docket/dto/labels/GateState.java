package dev.docket.dto.labels;

/// How a label set fares at its quality gates.
public enum GateState {
    PASSED,
    FAILED,
    /// Failed, and somebody answered for it with a reason.
    WAIVED
}
