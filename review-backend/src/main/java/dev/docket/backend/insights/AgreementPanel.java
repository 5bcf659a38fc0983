package dev.docket.backend.insights;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.quality.Agreement;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.insights.Insight.Figure;
import dev.docket.dto.insights.Insight.Shape;
import dev.docket.dto.insights.Insight.Unit;
import dev.docket.dto.insights.Insight.Wish;
import dev.docket.dto.people.Role;
import dev.docket.dto.quality.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Do we read the policies alike? Krippendorff's alpha of findings as a whole, and of each policy that was found at
/// all.
@Component
class AgreementPanel implements Panel {
    /// Below so many items with two looks, an interval says nothing yet.
    private static final int FEWEST_ITEMS = 10;

    private final Agreement agreement;

    AgreementPanel(Agreement agreement) {
        this.agreement = agreement;
    }

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.SUPERVISOR, Role.POLICY);
    }

    @Override
    public Insight draw(Caller.Person caller, Stretch stretch) {
        var report = agreement.report(null, stretch.from(), stretch.to());
        var figures = new ArrayList<Figure>();
        if (report.items() > 0) {
            figures.add(figure(Figures.ALL, report.alpha(), report.items()));
            report.policies().stream()
                    .filter(policy -> policy.found() > 0)
                    .forEach(policy -> figures.add(figure(policy.policy(), policy.alpha(), policy.items())));
        }
        return new Insight(
                name(), stretch.from(), stretch.to(), Shape.ROWS, Unit.ALPHA, Wish.AT_LEAST, List.copyOf(figures));
    }

    private Figure figure(String key, @Nullable Estimate alpha, int items) {
        return alpha == null || items < FEWEST_ITEMS
                ? Figures.unknown(key, null, items, agreement.wanted())
                : Figures.estimate(
                        key, null, alpha.value(), alpha.low(), alpha.high(), items, Wish.AT_LEAST, agreement.wanted());
    }
}
