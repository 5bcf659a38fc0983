package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.people.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How much did I decide? The caller's own decisions. There is no target: nobody is paced by it.
@Component
class OwnWorkPanel implements Panel {
    private final StoredWork work;

    OwnWorkPanel(StoredWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "own-work";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MODERATOR);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var parts = work.own(caller.id(), stretch);
        var figures = parts.stream().allMatch(part -> part.done() == 0)
                ? List.<Figure>of()
                : parts.stream().map(OwnWorkPanel::figure).toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.COLUMNS, Unit.DECISIONS, null, figures);
    }

    private static Figure figure(StoredWork.Part part) {
        return new Figure(Figures.ALL, null, part.at(), (double) part.done(), null, null, part.done(), null, false);
    }
}
