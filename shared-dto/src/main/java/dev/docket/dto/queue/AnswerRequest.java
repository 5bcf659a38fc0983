package dev.docket.dto.queue;

/// @param answer 1 to 2,000 characters
public record AnswerRequest(String answer) {}
