package dev.docket.dto.queue;

/// Gives an appeal or an adjudication back to its queue: `POST /api/v1/tasks/{id}/put-down`.
///
/// @param lease number of the lease under which it is held
public record PutDownRequest(long lease) {}
