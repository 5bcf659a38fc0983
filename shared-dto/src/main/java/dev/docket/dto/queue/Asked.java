package dev.docket.dto.queue;

/// @param id of the question
public record Asked(String id) {}
