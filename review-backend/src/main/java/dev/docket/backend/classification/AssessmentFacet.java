package dev.docket.backend.classification;

import dev.docket.backend.intake.ItemFacet;
import dev.docket.backend.intake.ItemPicture;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// An item's scores, route and signals, as `GET /items/{id}` shows them.
@Component
class AssessmentFacet implements ItemFacet {
    private final Assessments assessments;
    private final Items items;

    AssessmentFacet(Assessments assessments, Items items) {
        this.assessments = assessments;
        this.items = items;
    }

    @Override
    public void describe(UUID item, Caller caller, ItemPicture picture) {
        assessments
                .latest(item)
                .ifPresent(assessment -> picture.assessed(
                        evidence(assessment),
                        assessment.route(),
                        assessment.routeReason(),
                        assessment.samplingProbability()));
    }

    private Evidence evidence(Assessment assessment) {
        return new Evidence(
                assessment.scores(),
                false,
                assessment.explanation(),
                assessment.filters(),
                items.reports(assessment.item()),
                items.history(assessment.item()),
                items.thread(assessment.item()),
                List.of(),
                assessment.media());
    }
}
