package dev.docket.client.care;

import dev.docket.dto.care.ExposureDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What somebody was exposed to in a day or a week.
///
/// @param from its first day
/// @param days it has
public record Exposed(LocalDate from, int days, double points, long harshSeconds, int items) {
    private static final int DAYS = 30;
    private static final int WEEK = 7;
    private static final int WEEKS = 5;

    /// The last thirty days up to `today`, those without any among them.
    static List<Exposed> byDay(List<ExposureDay> known, LocalDate today) {
        var all = new ArrayList<Exposed>();
        for (int back = DAYS - 1; back >= 0; back--) {
            var day = today.minusDays(back);
            all.add(sum(known, day, 1, one -> one.day().equals(day)));
        }
        return all;
    }

    /// The weeks from Monday that those days lie in.
    static List<Exposed> byWeek(List<ExposureDay> known, LocalDate today) {
        var thisMonday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var all = new ArrayList<Exposed>();
        for (int back = WEEKS - 1; back >= 0; back--) {
            var monday = thisMonday.minusWeeks(back);
            var next = monday.plusWeeks(1);
            all.add(sum(
                    known,
                    monday,
                    WEEK,
                    one -> !one.day().isBefore(monday) && one.day().isBefore(next)));
        }
        return all;
    }

    private static Exposed sum(List<ExposureDay> known, LocalDate from, int days, Predicate<ExposureDay> within) {
        var of = known.stream().filter(within).toList();
        return new Exposed(
                from,
                days,
                of.stream().mapToDouble(ExposureDay::points).sum(),
                of.stream().mapToLong(ExposureDay::harshSeconds).sum(),
                of.stream().mapToInt(ExposureDay::items).sum());
    }
}
