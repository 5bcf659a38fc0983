package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.watching.Outcomes;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.people.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Do people agree with the model because they see what it says? Chance withheld its scores
/// from some of their tasks.
@Component
class AnchoringPanel implements Panel {
    private final Outcomes outcomes;

    AnchoringPanel(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return "anchoring";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ML, Role.SUPERVISOR, Role.POLICY, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var figures = outcomes.anchoring(stretch.from(), stretch.to()).stream()
                .map(Figures::counted)
                .toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, null, figures);
    }
}
