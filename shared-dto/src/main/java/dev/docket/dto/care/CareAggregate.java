package dev.docket.dto.care;

import java.time.LocalDate;

/// The floor's exposure in one whole week, over at least five people.
///
/// @param from a Monday
/// @param to the Monday after
/// @param people who looked at anything
/// @param pointsADay mean of a person's day at work, like the others
public record CareAggregate(
        LocalDate from,
        LocalDate to,
        int people,
        double pointsADay,
        double minutesADay,
        double harshMinutesADay,
        double itemsADay) {}
