package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Does the machine send us the right items? Of those that it sent to each queue, how many broke a policy. Nothing is
/// wanted of it: a threshold that is right for one policy sends mostly harmless items for another.
@Component
class PrecisionPanel implements Panel {
    private final StoredWork work;

    PrecisionPanel(StoredWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.POLICY, Role.ML);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var figures = work.violations(stretch).stream()
                .map(queue -> Figures.share(queue.queue(), null, queue.right(), queue.of(), Wish.AT_LEAST, null))
                .toList();
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, null, figures);
    }
}
