package dev.docket.backend.insights;

import dev.docket.backend.appeals.Overturns;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.appeals.OverturnRates.Rate;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// How often are appeals right? Of all that were decided, and by the policy that was applied.
@Component
class OverturnsPanel implements Panel {
    private final Overturns overturns;

    OverturnsPanel(Overturns overturns) {
        this.overturns = overturns;
    }

    @Override
    public String name() {
        return "overturns";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SENIOR, Role.POLICY);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var rates = overturns.rates(caller, stretch.from(), stretch.to());
        List<Figure> figures = rates.overall().decided() == 0
                ? List.of()
                : Stream.concat(Stream.of(rates.overall()), rates.policies().stream())
                        .map(rate -> figure(rate, rates.alertAbove()))
                        .toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, Wish.AT_MOST, figures);
    }

    private static Figure figure(Rate rate, double wanted) {
        return Figures.share(rate.key(), rate.name(), rate.overturned(), rate.decided(), Wish.AT_MOST, wanted);
    }
}
