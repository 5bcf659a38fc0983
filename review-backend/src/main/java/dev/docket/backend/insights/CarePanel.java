package dev.docket.backend.insights;

import dev.docket.backend.care.FloorCare;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.care.CareAggregate;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What does the work do to us? Whole weeks that are over, of five people or more, whatever
/// stretch was asked for: other stretches would tell a person's figures by subtraction.
@Component
class CarePanel implements Panel {
    private static final int LEAST_WEEKS = 8;
    private static final int DAYS = 7;

    private final FloorCare care;

    CarePanel(FloorCare care) {
        this.care = care;
    }

    @Override
    public String name() {
        return "care";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        int weeks = (int) Math.max(
                LEAST_WEEKS, Duration.between(stretch.from(), stretch.to()).toDays() / DAYS);
        var mondays = care.lastWeeks(weeks);
        var figures = mondays.entrySet().stream()
                .map(week -> figure(week.getKey(), week.getValue()))
                .toList();
        Instant from = start(mondays.keySet().iterator().next());
        return new Insight(name(), from, stretch.to(), Shape.LINE, Unit.POINTS, Wish.AT_MOST, figures);
    }

    private Figure figure(LocalDate monday, Optional<CareAggregate> week) {
        double cap = care.dailyCap();
        return new Figure(
                Figures.ALL,
                null,
                start(monday),
                week.map(CareAggregate::pointsADay).orElse(null),
                null,
                null,
                week.map(CareAggregate::people).orElse(0),
                cap,
                week.map(CareAggregate::pointsADay)
                        .filter(points -> points > cap)
                        .isPresent());
    }

    private static Instant start(LocalDate monday) {
        return monday.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
