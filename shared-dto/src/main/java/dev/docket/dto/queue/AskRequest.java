package dev.docket.dto.queue;

import org.jspecify.annotations.Nullable;

/// Asks a colleague about a task that one holds: `POST /api/v1/tasks/{id}/questions`.
///
/// @param to sign-in name; null asks the supervisors
/// @param question 1 to 2,000 characters
public record AskRequest(@Nullable String to, String question) {}
