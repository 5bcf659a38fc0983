package dev.docket.dto.appeals;

import java.time.Instant;

/// The answer to an appeal.
///
/// @param dueAt until when it will be decided
public record AppealReceipt(String id, AppealState state, Instant dueAt) {}
