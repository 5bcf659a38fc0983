package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.queue.ReviewQueue;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import dev.docket.dto.queue.QueueView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does anybody wait too long? Each queue that is open to the caller and has somebody waiting, the longest wait first.
@Component
class QueueAgesPanel implements Panel {
    private static final double SECONDS = 60;

    private final ReviewQueue queue;
    private final StoredWork work;

    QueueAgesPanel(ReviewQueue queue, StoredWork work) {
        this.queue = queue;
        this.work = work;
    }

    @Override
    public String name() {
        return "queue-ages";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MODERATOR);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var targets = work.targets();
        var figures = queue.queues(caller).stream()
                .filter(view -> view.oldestAt() != null)
                .map(view -> figure(view, stretch.to(), targets))
                .sorted(Comparator.comparing((Figure figure) -> Objects.requireNonNullElse(figure.value(), 0.0))
                        .reversed())
                .toList();
        return new Insight(name(), stretch.to(), stretch.to(), Shape.ROWS, Unit.MINUTES, Wish.AT_MOST, figures);
    }

    private static Figure figure(QueueView view, Instant now, Map<String, Double> targets) {
        @Nullable Double target = targets.get(view.key());
        Instant oldest = Objects.requireNonNullElse(view.oldestAt(), now);
        double minutes = Math.max(0, Duration.between(oldest, now).toSeconds() / SECONDS);
        boolean missed = target != null && minutes > target;
        return new Figure(view.key(), view.title(), null, minutes, null, null, view.waiting(), target, missed);
    }
}
