package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Do we decide as much as comes in? Tasks done, against those that came in the same hour or day.
@Component
class ThroughputPanel implements Panel {
    /// Two standard deviations of the difference of two Poisson counts.
    private static final double BEYOND_CHANCE = 2;

    private final StoredWork work;

    ThroughputPanel(StoredWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var parts = work.throughput(stretch);
        boolean isQuiet = parts.stream().allMatch(part -> part.done() == 0 && part.came() == 0);
        var figures = isQuiet
                ? List.<Figure>of()
                : parts.stream().map(ThroughputPanel::figure).toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.COLUMNS, Unit.DECISIONS, Wish.AT_LEAST, figures);
    }

    private static Figure figure(StoredWork.Part part) {
        double behind = part.came() - part.done();
        boolean missed = behind > BEYOND_CHANCE * Math.sqrt((double) part.came() + part.done());
        return new Figure(
                Figures.ALL,
                null,
                part.at(),
                (double) part.done(),
                null,
                null,
                part.done(),
                (double) part.came(),
                missed);
    }
}
