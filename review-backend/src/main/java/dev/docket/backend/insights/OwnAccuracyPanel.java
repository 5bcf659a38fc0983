package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.quality.Accuracy;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// How often do I find what is settled? The caller's own looks, golden and disputed items apart, then by policy.
@Component
class OwnAccuracyPanel implements Panel {
    private final Accuracy accuracy;

    OwnAccuracyPanel(Accuracy accuracy) {
        this.accuracy = accuracy;
    }

    @Override
    public String name() {
        return "own-accuracy";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.MODERATOR);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var own = accuracy.of(caller, caller.id(), stretch.from(), stretch.to());
        var figures = new ArrayList<Figure>();
        if (own.judged() > 0) {
            figures.add(figure(Figures.ALL, own.right(), own.judged()));
            figures.add(figure("golden", own.golden().right(), own.golden().judged()));
            figures.add(figure(
                    "adjudicated", own.adjudicated().right(), own.adjudicated().judged()));
            own.policies().forEach(policy -> figures.add(figure(policy.policy(), policy.right(), policy.judged())));
        }
        return new Insight(
                name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.SHARE, Wish.AT_LEAST, List.copyOf(figures));
    }

    private Figure figure(String key, int right, int judged) {
        return Figures.share(key, null, right, judged, Wish.AT_LEAST, accuracy.wanted());
    }
}
