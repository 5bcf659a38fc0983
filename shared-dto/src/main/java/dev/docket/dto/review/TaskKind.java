package dev.docket.dto.review;

public enum TaskKind {
    FIRST,
    SECOND,
    ADJUDICATION,
    APPEAL
}
