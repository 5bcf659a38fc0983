package dev.docket.dto.floor;

/// How many tasks went.
public record Moved(int tasks) {}
