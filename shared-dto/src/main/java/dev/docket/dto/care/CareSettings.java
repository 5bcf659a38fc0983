package dev.docket.dto.care;

import org.jspecify.annotations.Nullable;

/// How somebody wants to be looked after.
///
/// @param reminders whether to be reminded of breaks
/// @param breakEveryMinutes of work without a break, 10..240
/// @param dailyCap points after which harsh queues stop offering, lower than the floor's; null for the floor's
public record CareSettings(
        boolean reminders, int breakEveryMinutes, @Nullable Integer dailyCap) {}
