package dev.docket.backend.appeals;

import dev.docket.dto.appeals.DueWithin;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/// Calendar sums: months to appeal in, days and weeks of the deadline board.
final class Deadline {
    private Deadline() {}

    /// The last instant of a period of months, by the calendar of UTC.
    static Instant after(Instant start, int months) {
        return start.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    /// The instants that part the board's columns.
    ///
    /// @param tomorrow when today ends
    /// @param nextWeek when this week ends, which is after tomorrow begins even on a Sunday
    record Columns(Instant now, Instant tomorrow, Instant nextWeek) {
        static Columns at(Instant now, ZoneId zone) {
            LocalDate today = now.atZone(zone).toLocalDate();
            return new Columns(
                    now,
                    today.plusDays(1).atStartOfDay(zone).toInstant(),
                    today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                            .atStartOfDay(zone)
                            .toInstant());
        }

        DueWithin of(Instant due) {
            if (due.isBefore(now)) {
                return DueWithin.OVERDUE;
            }
            if (due.isBefore(tomorrow)) {
                return DueWithin.TODAY;
            }
            return due.isBefore(nextWeek) ? DueWithin.THIS_WEEK : DueWithin.LATER;
        }
    }
}
