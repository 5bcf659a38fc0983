package dev.docket.backend.appeals;

import dev.docket.backend.classification.Assessments;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.review.PastDecision;
import dev.docket.backend.review.PastDecisions;
import dev.docket.dto.appeals.Appellant;
import dev.docket.dto.appeals.AppellantRole;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.Violation;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which decision an appellant may appeal against: an author against a violation found in what they posted, a reporter
/// against the approval of what they reported.
@Component
class Disputes {
    private static final String DEFAULT_LANGUAGE = "en";

    private final PastDecisions decisions;
    private final Items items;
    private final Policies policies;
    private final Assessments assessments;

    Disputes(PastDecisions decisions, Items items, Policies policies, Assessments assessments) {
        this.decisions = decisions;
        this.items = items;
        this.policies = policies;
        this.assessments = assessments;
    }

    /// @return the decision in effect, if it went against this appellant
    PastDecision open(Item item, Appellant appellant) {
        if (item.state() == ItemState.ERASED) {
            throw nothing("The item's content was erased; nobody could look at it again.");
        }
        var decision = decisions
                .effective(item.id())
                .orElseThrow(() -> nothing("No decision on this item is in effect; wait until one is."));
        boolean violation = decision.finding().outcome() == Outcome.VIOLATION;
        if (appellant.role() == AppellantRole.AUTHOR) {
            author(item, appellant, violation);
        } else {
            reporter(item, appellant, violation);
        }
        return decision;
    }

    private static void author(Item item, Appellant appellant, boolean violation) {
        if (!violation) {
            throw nothing("An author appeals against a violation; none was found.");
        }
        var content = item.content();
        boolean another = content != null
                && content.author() != null
                && !content.author().externalId().equals(appellant.externalId());
        if (another) {
            throw nothing("Only the item's own author can appeal as its author.");
        }
    }

    private void reporter(Item item, Appellant appellant, boolean violation) {
        if (violation) {
            throw nothing("A reporter appeals against an approval; a violation was found.");
        }
        if (reportsOf(item.id(), appellant).isEmpty()) {
            throw nothing("Only who reported the item can appeal as its reporter.");
        }
    }

    Appeal.Disputed of(Item item, PastDecision decision, UUID chain, Appellant appellant, UUID task) {
        var found = decision.finding().violations();
        boolean violation = decision.finding().outcome() == Outcome.VIOLATION;
        var keys = violation
                ? found.stream().map(Violation::policy).toList()
                : reportsOf(item.id(), appellant).stream()
                        .map(ReportView::policy)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        int severity = violation
                ? found.stream().mapToInt(Violation::severity).max().orElse(1)
                : keys.stream()
                        .flatMap(key -> policies.byKey(key).stream())
                        .mapToInt(Policy::defaultSeverity)
                        .max()
                        .orElse(1);
        return new Appeal.Disputed(
                item.id(),
                decision.id(),
                chain,
                task,
                decision.person(),
                severity,
                keys,
                modelsOf(item.id()),
                language(item));
    }

    private List<ReportView> reportsOf(UUID item, Appellant appellant) {
        return items.reports(item).stream()
                .filter(report -> appellant.externalId().equals(report.reporter()))
                .toList();
    }

    private Collection<String> modelsOf(UUID item) {
        return assessments.latest(item).stream()
                .flatMap(assessment -> assessment.modelVersions().values().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static String language(Item item) {
        var content = item.content();
        return content == null || content.language() == null ? DEFAULT_LANGUAGE : content.language();
    }

    private static DomainProblem nothing(String detail) {
        return new DomainProblem(AppealProblem.NOTHING_TO_APPEAL, detail);
    }
}
