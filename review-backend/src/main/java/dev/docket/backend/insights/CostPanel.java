package dev.docket.backend.insights;

import dev.docket.backend.insights.StoredWork.Spent;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Wilson;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.people.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What does a decision take? The mean of people's time, over all decisions and by policy; its cost where an hour has
/// one. Of no person alone, and where few decisions are behind a figure it stays empty.
@Component
class CostPanel implements Panel {
    private static final double SECONDS_AN_HOUR = 3600;
    private static final int FEWEST = 5;

    private final StoredWork work;
    private final InsightSettings settings;

    CostPanel(StoredWork work, InsightSettings settings) {
        this.work = work;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.POLICY, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        boolean costs = settings.hourlyRate() > 0;
        double each = costs ? settings.hourlyRate() / SECONDS_AN_HOUR : 1;
        var figures =
                work.spent(stretch).stream().map(spent -> figure(spent, each)).toList();
        return new Insight(
                name(),
                stretch.from(),
                stretch.to(),
                Shape.ROWS,
                costs ? Unit.MONEY : Unit.SECONDS,
                null,
                costs ? settings.currency() : null,
                figures);
    }

    /// The interval of a mean; it cannot be less than nothing.
    private static Figure figure(Spent spent, double each) {
        if (spent.of() < FEWEST) {
            return Figures.unknown(spent.queue(), null, spent.of(), null);
        }
        double mean = spent.seconds() * each;
        double half = Wilson.Z * spent.deviation() * each / Math.sqrt(spent.of());
        return new Figure(
                spent.queue(), null, null, mean, Math.max(0, mean - half), mean + half, spent.of(), null, false);
    }
}
