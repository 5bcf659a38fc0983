package dev.docket.dto.labels;

public enum LabelSetState {
    BUILDING,
    READY,
    FAILED
}
