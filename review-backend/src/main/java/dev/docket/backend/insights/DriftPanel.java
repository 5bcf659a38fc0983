package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.watching.Drift;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.models.DriftView.Measure;
import dev.docket.dto.people.Role;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Does the model still see what it was made for? The population stability index of what comes
/// in, of its scores and of what people find, the largest first; languages by themselves only
/// where they are an alert.
@Component
class DriftPanel implements Panel {
    private static final int SHOWN = 12;

    private final Drift drift;

    DriftPanel(Drift drift) {
        this.drift = drift;
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.ML, Role.SUPERVISOR, Role.POLICY, Role.ADMIN);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var known = drift.view();
        var figures = known.measures().stream()
                .filter(measure -> measure.language() == null || measure.alert())
                .sorted(Comparator.comparingDouble(Measure::psi).reversed())
                .limit(SHOWN)
                .map(measure -> figure(measure, known.alertAbove()))
                .toList();
        return new Insight(
                name(),
                known.windowFrom() == null ? stretch.from() : known.windowFrom(),
                known.windowTo() == null ? stretch.to() : known.windowTo(),
                Shape.ROWS,
                Unit.INDEX,
                Wish.AT_MOST,
                figures);
    }

    private static Figure figure(Measure measure, double alertAbove) {
        String key = measure.kind().toLowerCase(Locale.ROOT) + ":" + measure.about();
        return new Figure(
                measure.language() == null ? key : key + ":" + measure.language(),
                null,
                null,
                measure.psi(),
                null,
                null,
                measure.current(),
                alertAbove,
                measure.alert());
    }
}
