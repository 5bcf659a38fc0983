package dev.docket.dto.appeals;

public enum AppealState {
    /// Waits for somebody who took no part before.
    RECEIVED,
    /// Somebody looks at it, or has decided and may still undo.
    IN_REVIEW,
    DECIDED,
    /// There is nothing to look at any more: the item's content was erased.
    WITHDRAWN
}
