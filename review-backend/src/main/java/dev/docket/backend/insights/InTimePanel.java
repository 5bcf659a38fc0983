package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.util.ArrayList;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Do we keep our deadlines? Of all tasks, and of each queue's.
@Component
class InTimePanel implements Panel {
    /// As `/api/v1/metrics/sla` has it.
    private static final double WANTED = 0.95;

    private final StoredWork work;

    InTimePanel(StoredWork work) {
        this.work = work;
    }

    @Override
    public String name() {
        return "in-time";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var queues = work.inTime(stretch);
        var figures = new ArrayList<Figure>();
        if (!queues.isEmpty()) {
            figures.add(Figures.share(
                    Figures.ALL,
                    null,
                    queues.stream().mapToLong(StoredWork.Share::right).sum(),
                    queues.stream().mapToLong(StoredWork.Share::of).sum(),
                    Wish.AT_LEAST,
                    WANTED));
        }
        queues.forEach(queue ->
                figures.add(Figures.share(queue.queue(), null, queue.right(), queue.of(), Wish.AT_LEAST, WANTED)));
        return new Insight(name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, Wish.AT_LEAST, figures);
    }
}
