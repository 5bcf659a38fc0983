package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.dto.insights.Insight;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers the questions of the Insights screen. Of people other than the caller it says nothing but sums.
@Service
public class Insights {
    private static final int MOST_DAYS = 366;

    private final Map<String, Panel> panels;
    private final Clock clock;

    Insights(List<Panel> panels, Clock clock) {
        this.panels = panels.stream().collect(Collectors.toUnmodifiableMap(Panel::name, Function.identity()));
        this.clock = clock;
    }

    /// @param days back from now, 1..366
    @Transactional(readOnly = true)
    public Insight panel(Caller.Person caller, String name, int days) {
        var panel = panels.get(name);
        if (panel == null) {
            throw new DomainProblem(CommonProblem.NOT_FOUND, "There is no such panel.");
        }
        if (panel.roles().stream().noneMatch(caller::is)) {
            throw new DomainProblem(CommonProblem.FORBIDDEN, "This panel is not for your roles.");
        }
        if (days < 1 || days > MOST_DAYS) {
            new FieldErrors().add("/days", "1 to " + MOST_DAYS).throwIfAny();
        }
        return panel.draw(caller, Stretch.before(clock.instant(), days));
    }
}
