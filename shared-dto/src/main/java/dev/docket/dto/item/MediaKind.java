package dev.docket.dto.item;

public enum MediaKind {
    IMAGE,
    VIDEO
}
