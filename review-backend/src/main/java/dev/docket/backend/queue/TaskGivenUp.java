package dev.docket.backend.queue;

import dev.docket.dto.review.Shown;
import java.util.UUID;

/// Somebody looked at an item and left it to others: skipped it, or handed it on. Published synchronously inside the
/// transaction that moves the task, for those who look after people.
///
/// @param severity that the item was thought to have, 1 to 4
/// @param shown for how long what was shown to them
public record TaskGivenUp(UUID person, UUID item, int severity, Shown shown) {}
