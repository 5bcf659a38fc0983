package dev.docket.dto.item;

public enum ItemState {
    RECEIVED,
    CLASSIFIED,
    IN_REVIEW,
    SETTLED,
    ERASED
}
