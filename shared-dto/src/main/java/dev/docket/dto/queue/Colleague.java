package dev.docket.dto.queue;

/// Somebody whom a task may be given to, or asked about: the answer to `GET /api/v1/tasks/{id}/colleagues` is a list.
///
/// @param username what they are named by in [AskRequest] and in an escalation
public record Colleague(String username, String displayName) {}
