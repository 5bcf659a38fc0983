package dev.docket.client.records;

import java.time.LocalDate;
import java.util.Locale;

/// Periods that reports are asked for, as they last ended before today.
enum Stretch {
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR,
    /// The present month, up to today.
    SO_FAR;

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;

    Period before(LocalDate today) {
        var month = today.withDayOfMonth(1);
        return switch (this) {
            case MONTH -> new Period(month.minusMonths(1), month.minusDays(1));
            case QUARTER -> last(month, MONTHS_OF_QUARTER);
            case HALF_YEAR -> last(month, MONTHS_OF_HALF);
            case YEAR ->
                new Period(
                        today.withDayOfYear(1).minusYears(1),
                        today.withDayOfYear(1).minusDays(1));
            case SO_FAR -> new Period(month, today);
        };
    }

    private static Period last(LocalDate month, int months) {
        var begun = month.minusMonths((month.getMonthValue() - 1) % months);
        return new Period(begun.minusMonths(months), begun.minusDays(1));
    }

    Stretch next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String messageKey() {
        return "records.stretch." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
