package dev.docket.dto.review;

public enum TaskState {
    OPEN,
    CLAIMED,
    DONE,
    CANCELLED
}
