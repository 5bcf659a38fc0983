package dev.docket.dto.floor;

import org.jspecify.annotations.Nullable;

/// Takes the tasks that one person holds and gives them on: `POST /api/v1/floor/hand-on`.
///
/// @param person id of who holds them
/// @param to id of who gets them; null puts them back into their queues
/// @param reason why, for the audit trail; at most 2,000 characters
public record HandOn(
        String person, @Nullable String to, @Nullable String reason) {}
