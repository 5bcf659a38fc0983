package dev.docket.backend.classification;

import dev.docket.backend.intake.Item;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.model.Explanation;
import dev.docket.model.TextScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Turns scores into an assessment: routing by every policy's thresholds, the random audit share, and the safe side
/// for whatever could not be scored.
@Component
class Assessor {
    /// Where items wait that no policy claimed: unscored ones and those drawn at random.
    private static final String GENERAL_QUEUE = "illegal_other";
    /// As urgent as a middling finding: nobody knows what is in it.
    private static final int UNSCORED_SEVERITY = 2;

    private final Policies policies;
    private final double auditShare;
    private final RandomGenerator random;

    Assessor(Policies policies, @Value("${docket.routing.audit-share:0.01}") double auditShare) {
        this.policies = policies;
        this.auditShare = auditShare;
        this.random = RandomGenerator.getDefault();
    }

    /// Scores alone, for a caller that stores nothing.
    Scored score(TextScores scores) {
        var values = new LinkedHashMap<String, Double>();
        var versions = new LinkedHashMap<String, String>();
        scores.scores().forEach(score -> {
            values.put(score.label(), score.score());
            versions.put(score.label(), score.modelVersion());
        });
        return new Scored(policies.route(values), versions, explanation(scores));
    }

    /// @param scores empty when there is no text or the model could not score it
    Assessed assess(Item item, Optional<TextScores> scores) {
        boolean hasMedia = item.content() != null
                && item.content().media() != null
                && !item.content().media().isEmpty();
        if (scores.isEmpty()) {
            return unscored(
                    item, hasMedia ? "No loaded model reads this kind of content." : "The model gave no score.");
        }
        var scored = score(scores.get());
        if (hasMedia && scored.routing().route() == Route.ALLOW) {
            return unscored(item, "The text is unremarkable, but no loaded model reads the media.");
        }
        return scored.routing().route() == Route.ALLOW ? allowed(item, scored) : flagged(item, scored);
    }

    private Assessed flagged(Item item, Scored scored) {
        var routing = scored.routing();
        var assessment = assessment(item, scored, routing.route(), routing.reason(), null);
        return new Assessed(assessment, routing.queue(), routing.severity(), routing.probability());
    }

    private Assessed allowed(Item item, Scored scored) {
        if (random.nextDouble() < auditShare) {
            String reason = "Drawn at random to see what thresholds let through.";
            var assessment = assessment(item, scored, Route.REVIEW, reason, auditShare);
            return new Assessed(assessment, queueOfHighest(scored.routing()), 1, 0);
        }
        return new Assessed(
                assessment(item, scored, Route.ALLOW, scored.routing().reason(), null), null, 1, 0);
    }

    private Assessed unscored(Item item, String reason) {
        var assessment = new Assessment(
                Ids.next(),
                item.id(),
                true,
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Route.REVIEW,
                reason,
                null);
        return new Assessed(assessment, GENERAL_QUEUE, UNSCORED_SEVERITY, 1);
    }

    private Assessment assessment(
            Item item, Scored scored, Route route, String reason, @Nullable Double samplingProbability) {
        return new Assessment(
                Ids.next(),
                item.id(),
                false,
                scored.wireScores(),
                scored.explanation(),
                List.of(),
                scored.modelVersions(),
                scored.routing().policyVersions(),
                route,
                reason,
                samplingProbability);
    }

    private String queueOfHighest(Routing routing) {
        return routing.scores().stream()
                .findFirst()
                .flatMap(top -> policies.all().stream()
                        .filter(policy -> policy.labels().stream()
                                .anyMatch(label -> label.label().equals(top.label())))
                        .findFirst())
                .map(policy -> policy.key())
                .orElse(GENERAL_QUEUE);
    }

    private static Map<String, Evidence.Explanation> explanation(TextScores scores) {
        var explanation = new LinkedHashMap<String, Evidence.Explanation>();
        scores.explanations().forEach((label, of) -> explanation.put(label, wire(of)));
        return explanation;
    }

    private static Evidence.Explanation wire(Explanation explanation) {
        var tokens = explanation.tokens().stream()
                .map(token -> new Evidence.Token(token.start(), token.end(), token.contribution()))
                .toList();
        return new Evidence.Explanation(tokens, explanation.bias(), explanation.logit());
    }

    /// @param modelVersions label to version
    record Scored(Routing routing, Map<String, String> modelVersions, Map<String, Evidence.Explanation> explanation) {
        List<Evidence.Score> wireScores() {
            return routing.toWire(modelVersions);
        }
    }

    /// @param queue null unless the route is REVIEW or ACT
    record Assessed(Assessment assessment, @Nullable String queue, int severity, double probability) {}
}
