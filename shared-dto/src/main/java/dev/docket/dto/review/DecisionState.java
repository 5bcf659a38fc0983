package dev.docket.dto.review;

public enum DecisionState {
    HELD,
    AWAITING_SECOND,
    EFFECTIVE,
    SUPERSEDED,
    UNDONE
}
