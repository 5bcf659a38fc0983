package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.watching.Outcomes;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.people.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Is it worth looking at what the model is unsure of? How much of that broke a policy, beside
/// what chance draws.
@Component
class ExplorationPanel implements Panel {
    private final Outcomes outcomes;

    ExplorationPanel(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "exploration";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ML, Role.SUPERVISOR, Role.POLICY, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var figures = outcomes.exploration(stretch.from(), stretch.to()).stream()
                .map(Figures::counted)
                .toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, null, figures);
    }
}
