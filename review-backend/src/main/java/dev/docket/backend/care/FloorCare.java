package dev.docket.backend.care;

import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.care.CareAggregate;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The floor's exposure for those who plan its work.
///
/// Of the whole floor and of whole weeks that are over, and of nothing else: two overlapping
/// groups or two periods a day apart would give a person's figures by subtraction, however
/// large each group is. Fewer than five people get no figure.
@Service
public class FloorCare {
    static final int FEWEST = 5;
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");

    private final StoredExposure stored;

    private final CareProperties properties;

    FloorCare(StoredExposure stored, CareProperties properties) {
        this.stored = stored;
        this.properties = properties;
    }

    /// Points a day after which harsh queues stop offering to a person.
    public int dailyCap() {
        return properties.dailyCap();
    }

    /// The last whole weeks, the oldest first; empty for a week in which fewer than five people worked.
    @Transactional(readOnly = true)
    public Map<LocalDate, Optional<CareAggregate>> lastWeeks(int count) {
        var thisMonday = stored.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks = new LinkedHashMap<LocalDate, Optional<CareAggregate>>();
        for (int back = count; back > 0; back--) {
            var monday = thisMonday.minusWeeks(back);
            weeks.put(monday, of(monday));
        }
        return weeks;
    }

    /// @param week as in 2026-W46
    /// @throws DomainProblem `too-few-people`
    @Transactional(readOnly = true)
    public CareAggregate week(String week) {
        var monday = monday(week);
        if (monday.isEmpty() || monday.get().plusWeeks(1).isAfter(stored.today())) {
            new FieldErrors()
                    .add("/week", "an ISO week that is over, as in 2026-W46")
                    .throwIfAny();
        }
        return of(monday.orElseThrow())
                .orElseThrow(() -> new DomainProblem(
                        CareProblem.TOO_FEW_PEOPLE, "Figures are shown of at least five people who worked that week."));
    }

    private Optional<CareAggregate> of(LocalDate from) {
        var sums = stored.week(from);
        if (sums.people() < FEWEST) {
            return Optional.empty();
        }
        double days = sums.days();
        return Optional.of(new CareAggregate(
                from,
                from.plusWeeks(1),
                sums.people(),
                sums.points() / days,
                sums.seconds() / 60 / days,
                sums.harshSeconds() / 60 / days,
                sums.items() / days));
    }

    private static Optional<LocalDate> monday(String week) {
        var parts = WEEK.matcher(week);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(parts.group(2));
        var inFirstWeek = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4);
        long weeks =
                IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirstWeek).getMaximum();
        return number < 1 || number > weeks
                ? Optional.empty()
                : Optional.of(inFirstWeek
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(number - 1));
    }
}
