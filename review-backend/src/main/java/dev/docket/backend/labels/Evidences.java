package dev.docket.backend.labels;

import dev.docket.backend.classification.Assessment;
import dev.docket.backend.classification.Assessments;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.review.DecisionRecorded;
import dev.docket.dto.review.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what a decision teaches, in the deciding transaction, beside what the models had said and how the item came
/// to be looked at: without those nobody could tell later whether people agreed with a model or followed it.
@Component
class Evidences {
    private static final double CERTAIN = 1.0;

    private final StoredEvidence stored;
    private final Policies policies;
    private final Assessments assessments;

    Evidences(StoredEvidence stored, Policies policies, Assessments assessments) {
        this.stored = stored;
        this.policies = policies;
        this.assessments = assessments;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionRecorded recorded) {
        var decision = recorded.decision();
        var found = decision.finding();
        var labels = Finding.of(found.outcome(), found.violations(), policies.all());
        if (labels.isEmpty()) {
            return;
        }
        var assessment = assessments.latest(decision.item());
        var scores = assessment.map(Evidences::scores).orElse(Map.of());
        stored.insert(new StoredEvidence.Row(
                decision.id(),
                decision.item(),
                decision.decidedAt(),
                labels,
                scores,
                modelVersion(assessment),
                !scores.isEmpty(),
                assessment.map(Assessment::samplingProbability).orElse(CERTAIN),
                decision.policyVersions()));
    }

    private static Map<String, Double> scores(Assessment assessment) {
        if (assessment.unscored()) {
            return Map.of();
        }
        return assessment.scores().stream()
                .collect(Collectors.toMap(Evidence.Score::label, Evidence.Score::score, Math::max, TreeMap::new));
    }

    /// The version that scored the item; several, joined, where labels come from different models.
    private static @Nullable String modelVersion(Optional<Assessment> assessment) {
        List<String> versions = assessment.stream()
                .flatMap(known -> known.modelVersions().values().stream())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return versions.isEmpty() ? null : String.join(",", versions);
    }
}
