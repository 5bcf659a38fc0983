package dev.docket.dto.review;

public enum ActionType {
    NONE,
    WARN,
    RESTRICT,
    REMOVE,
    SUSPEND,
    BAN
}
