package dev.docket.backend.insights;

import dev.docket.backend.insights.StoredRouting.Harm;
import dev.docket.backend.insights.StoredRouting.Seen;
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

/// How much of what breaks a policy does the machine find? Of everything, and by policy; [Recall] says how it is known.
/// Nothing is wanted of it, for the same reason as of precision.
@Component
class RecallPanel implements Panel {
    private final StoredRouting routing;

    RecallPanel(StoredRouting routing) {
        this.routing = routing;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.POLICY, Role.ML);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var seen = routing.seen(stretch);
        var figures = seen.audited() == 0
                ? List.<Figure>of()
                : routing.harms(stretch).stream()
                        .map(harm -> figure(seen, harm))
                        .toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, null, figures);
    }

    private static Figure figure(Seen seen, Harm harm) {
        var recall = Recall.of(seen, harm);
        return recall == null
                ? Figures.unknown(harm.policy(), null, seen.audited(), null)
                : Figures.estimate(
                        harm.policy(),
                        null,
                        recall.value(),
                        recall.low(),
                        recall.high(),
                        seen.audited(),
                        Wish.AT_LEAST,
                        null);
    }
}
