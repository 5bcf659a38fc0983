package dev.docket.dto.care;

import java.time.LocalDate;

/// One person's exposure on one day (UTC).
///
/// @param points severity × seconds unblurred × size, summed over the items looked at
/// @param seconds before items, as far as they were not blurred
/// @param harshSeconds those of severity 3 and 4
public record ExposureDay(LocalDate day, double points, long seconds, long harshSeconds, int items) {}
