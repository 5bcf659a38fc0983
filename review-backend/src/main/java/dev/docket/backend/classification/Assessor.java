package dev.docket.backend.classification;

import dev.docket.backend.classification.Finding.Failed;
import dev.docket.backend.classification.Finding.Scored;
import dev.docket.backend.classification.Finding.Unavailable;
import dev.docket.backend.classification.media.MediaPart;
import dev.docket.backend.filters.Sifted;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Reach;
import dev.docket.backend.platform.Ids;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Routing;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.Evidence;
import dev.docket.model.Embedding;
import dev.docket.model.TextScores;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Turns what came of scoring into an assessment: routing by every policy's thresholds,
/// reports, the random audit share, and the safe side for whatever could not be scored. The
/// parts of an item are fused late: each label's worst score counts, wherever it comes from.
///
/// A queue is a policy's. An item that no policy's label claimed goes to the policy it was
/// reported under most often; without one to that of its highest score; without scores to
/// `illegal_other`, which is where people look at everything.
@Component
class Assessor {
    private static final String GENERAL_QUEUE = "illegal_other";
    /// As urgent as a middling finding: nobody knows what is in it.
    private static final int UNSCORED_SEVERITY = 2;

    private final Policies policies;
    private final double auditShare;
    private final Supplier<@Nullable Exploration> exploration;
    private final RandomGenerator random;

    @Autowired
    Assessor(Policies policies, ClassificationSettings settings, ObjectProvider<Exploration> exploration) {
        this(policies, settings.auditShare(), exploration::getIfAvailable, RandomGenerator.getDefault());
    }

    Assessor(Policies policies, double auditShare, RandomGenerator random) {
        this(policies, auditShare, () -> null, random);
    }

    private Assessor(
            Policies policies, double auditShare, Supplier<@Nullable Exploration> exploration, RandomGenerator random) {
        this.exploration = exploration;
        this.policies = policies;
        this.auditShare = auditShare;
        this.random = random;
    }

    /// Compares scores with thresholds, without storing anything.
    ///
    /// @param language BCP 47; `und` when unknown
    Scales weigh(Fusion scores, String language) {
        return new Scales(policies.route(scores.values(), language), scores);
    }

    /// @param finding null when there is no text
    /// @param media what was found of each image and video
    Assessed assess(
            Item item, @Nullable Finding finding, List<MediaPart> media, Sifted sifted, List<ReportView> reports) {
        return sifted(judge(item, finding, media, reports), sifted);
    }

    /// What the filters found beside what the models say.
    private Assessed sifted(Assessed judged, Sifted sifted) {
        var shown = judged.withFilters(sifted.matches());
        var demand = sifted.demand();
        Route route = shown.assessment().route();
        if (demand == null || !prevails(demand, route, shown.severity())) {
            return shown;
        }
        String policy = demand.policy();
        return mayAct(demand)
                ? shown.routed(Route.ACT, demand, null).actedOnBy(policy)
                : shown.routed(Route.REVIEW, demand, policy == null ? general(shown) : policy);
    }

    /// The route of something that is not stored.
    ///
    /// @param severity of what the thresholds found
    Route route(Route judged, int severity, Sifted sifted) {
        var demand = sifted.demand();
        if (demand == null || !prevails(demand, judged, severity)) {
            return judged;
        }
        return mayAct(demand) ? Route.ACT : Route.REVIEW;
    }

    /// Whether a filter decides the route. It never lets an item through, and yields to what is
    /// graver.
    private boolean prevails(Sifted.Demand demand, Route judged, int severity) {
        return judged == Route.ALLOW
                || demand.severity() > severity
                || (judged == Route.REVIEW && mayAct(demand) && demand.severity() == severity);
    }

    private boolean mayAct(Sifted.Demand demand) {
        return demand.acts() && demand.policy() != null && policies.mayAct(demand.policy());
    }

    /// Where an item waits that no policy asks for: where it would have waited anyway.
    private static String general(Assessed judged) {
        return judged.queue() == null ? GENERAL_QUEUE : judged.queue();
    }

    private Assessed judge(Item item, @Nullable Finding finding, List<MediaPart> media, List<ReportView> reports) {
        var fusion = Fusion.of(finding instanceof Scored(TextScores scores) ? scores : null, media);
        var scales = weigh(fusion, language(item));
        var findings = new MediaFindings(scales.routing().scores()).of(media);
        var blind = blindSpot(item, finding, media);
        if (fusion.isEmpty()) {
            return unscored(item, blind.orElse("There is nothing in it that a model reads."), findings, reports);
        }
        return blind.map(reason -> doubtful(item, scales, reason, findings, reports))
                .orElseGet(() -> scored(item, scales, findings, reports, embedding(finding)));
    }

    /// What no model could judge, in words; empty when all of it was judged.
    private static Optional<String> blindSpot(Item item, @Nullable Finding finding, List<MediaPart> media) {
        String text = switch (finding) {
            case Scored scored -> null;
            case Failed failed -> "The model fails at this text; a person must read it.";
            case Unavailable away -> "The model was not available; a person must read it.";
            case null ->
                item.text() != null || media.isEmpty() ? "The text was not read; a person must read it." : null;
        };
        return Optional.ofNullable(text).or(() -> unseen(media));
    }

    /// Whether all of it was seen, and the texts in it were read.
    static boolean isWhole(List<MediaPart> media) {
        return unseen(media).isEmpty();
    }

    private static Optional<String> unseen(List<MediaPart> media) {
        return media.stream()
                .filter(part -> part.fault() != null)
                .map(part -> (part.kind() == MediaKind.IMAGE ? "An image" : "A video") + " could not be judged: "
                        + part.fault())
                .findFirst()
                .or(() -> media.stream()
                        .flatMap(part -> Optional.ofNullable(part.writing()).stream())
                        .flatMap(writing -> Optional.ofNullable(writing.fault()).stream())
                        .map(fault -> "The text in an image was not read to its end: " + fault)
                        .findFirst());
    }

    /// Where something of the item was not judged: whatever else was, a person sees it, and no
    /// policy acts.
    private Assessed doubtful(
            Item item, Scales scales, String reason, List<Evidence.MediaFinding> media, List<ReportView> reports) {
        var routing = scales.routing();
        if (routing.route() == Route.ALLOW) {
            var assessment = draft(item, scales, Route.REVIEW, reason, true, null, media);
            return new Assessed(assessment, queue(reports, routing), UNSCORED_SEVERITY, 1);
        }
        String both = routing.reason() + " " + reason;
        var assessment = draft(item, scales, Route.REVIEW, both, true, null, media);
        return new Assessed(assessment, routing.queue(), routing.severity(), routing.probability());
    }

    private static @Nullable Embedding embedding(@Nullable Finding finding) {
        return finding instanceof Scored(TextScores scores) ? scores.embedding() : null;
    }

    private Assessed scored(
            Item item,
            Scales scales,
            List<Evidence.MediaFinding> media,
            List<ReportView> reports,
            @Nullable Embedding embedding) {
        var routing = scales.routing();
        var explores = exploration.get();
        if (routing.route() != Route.ALLOW) {
            if (explores != null) {
                explores.sent();
            }
            var assessment = draft(item, scales, routing.route(), routing.reason(), false, null, media);
            return new Assessed(assessment, routing.queue(), routing.severity(), routing.probability())
                    .actedOnBy(routing.actingPolicy());
        }
        var allowed = draft(item, scales, Route.ALLOW, routing.reason(), false, null, media);
        return reports.isEmpty() ? sampled(item, scales, allowed, embedding) : reported(allowed, reports);
    }

    /// Two reasons to look at what was let through, and one draw for both: what is kept is with
    /// which probability the item came before a person, for whichever of them.
    private Assessed sampled(Item item, Scales scales, Assessment allowed, @Nullable Embedding embedding) {
        double share = policies.auditShare().orElse(auditShare);
        var explores = exploration.get();
        double explored =
                explores == null ? 0 : explores.probability(scales.routing().scores(), embedding);
        double either = share + (1 - share) * explored;
        double drawn = random.nextDouble();
        if (drawn >= either) {
            return new Assessed(allowed, null, 1, 0);
        }
        if (explores != null && drawn >= share) {
            explores.drawn(embedding);
        }
        String reason = drawn < share ? "Drawn at random to see what thresholds let through." : Exploration.REASON;
        var assessment = draft(item, scales, Route.REVIEW, reason, false, either, allowed.media());
        return new Assessed(assessment, queue(List.of(), scales.routing()), 1, highest(assessment.scores()));
    }

    /// What becomes of an allowed item that somebody reported.
    Assessed reported(Assessment allowed, List<ReportView> reports) {
        var scores = new LinkedHashMap<String, Double>();
        allowed.scores().forEach(score -> scores.put(score.label(), score.score()));
        String queue = queue(reports, policies.route(scores));
        var assessment = new Assessment(
                Ids.next(),
                allowed.item(),
                allowed.unscored(),
                allowed.scores(),
                allowed.explanation(),
                allowed.filters(),
                allowed.modelVersions(),
                allowed.policyVersions(),
                Route.REVIEW,
                reports.size() == 1 ? "Reported by a user." : "Reported by " + reports.size() + " users.",
                null,
                allowed.media());
        int severity = policies.byKey(queue).map(Policy::defaultSeverity).orElse(1);
        return new Assessed(assessment, queue, severity, highest(allowed.scores()));
    }

    private Assessed unscored(Item item, String reason, List<Evidence.MediaFinding> media, List<ReportView> reports) {
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
                null,
                media);
        String queue = mostReported(reports).orElse(GENERAL_QUEUE);
        return new Assessed(assessment, queue, UNSCORED_SEVERITY, 1);
    }

    private static Assessment draft(
            Item item,
            Scales scales,
            Route route,
            String reason,
            boolean unscored,
            @Nullable Double samplingProbability,
            List<Evidence.MediaFinding> media) {
        return new Assessment(
                Ids.next(),
                item.id(),
                unscored,
                scales.wireScores(),
                scales.kept(),
                List.of(),
                scales.versions(),
                scales.routing().policyVersions(),
                route,
                reason,
                samplingProbability,
                media);
    }

    static String language(Item item) {
        var content = item.content();
        return content == null || content.language() == null ? Policies.UNKNOWN_LANGUAGE : content.language();
    }

    private String queue(List<ReportView> reports, Routing routing) {
        return mostReported(reports).or(() -> nearest(routing)).orElse(GENERAL_QUEUE);
    }

    private Optional<String> mostReported(List<ReportView> reports) {
        var counts = reports.stream()
                .map(ReportView::policy)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(key -> policies.byKey(key).isPresent())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// The policy that the highest score feeds.
    private Optional<String> nearest(Routing routing) {
        return routing.scores().stream()
                .flatMap(score -> policies.all().stream()
                        .filter(policy -> policy.labels().stream()
                                .anyMatch(label -> label.label().equals(score.label()))))
                .map(Policy::key)
                .findFirst();
    }

    private static double highest(List<Evidence.Score> scores) {
        return scores.stream().mapToDouble(Evidence.Score::score).max().orElse(0);
    }

    /// Scores beside the thresholds they were compared with.
    ///
    record Scales(Routing routing, Fusion scores) {
        List<Evidence.Score> wireScores() {
            return routing.toWire(versions()).stream().map(scores::marked).toList();
        }

        /// Label to model version.
        Map<String, String> versions() {
            return scores.versions();
        }

        /// Of every label, for a caller who asked for it.
        Map<String, Evidence.Explanation> explanation() {
            return new LinkedHashMap<>(scores.explanations());
        }

        /// Of the flagged labels and the three highest, which is what anybody looks at; the
        /// rest is not worth its room.
        Map<String, Evidence.Explanation> kept() {
            var kept = explanation();
            var wanted = new HashSet<String>();
            for (var flag : routing.scores()) {
                if (flag.flagged() || wanted.size() < 3) {
                    wanted.add(flag.label());
                }
            }
            kept.keySet().retainAll(wanted);
            return kept;
        }
    }

    /// @param queue null unless the route is REVIEW
    /// @param actingPolicy null unless the route is ACT
    record Assessed(
            Assessment assessment,
            @Nullable String queue,
            int severity,
            double probability,
            @Nullable String actingPolicy) {
        Assessed(Assessment assessment, @Nullable String queue, int severity, double probability) {
            this(assessment, queue, severity, probability, null);
        }

        Assessed withFilters(List<Evidence.Filter> filters) {
            return with(
                    assessment.route(),
                    assessment.routeReason(),
                    filters,
                    assessment.samplingProbability(),
                    queue,
                    severity);
        }

        /// The same item on another way, no longer drawn at random.
        Assessed routed(Route route, Sifted.Demand demand, @Nullable String queue) {
            return with(route, demand.reason(), assessment.filters(), null, queue, demand.severity());
        }

        private Assessed with(
                Route route,
                String reason,
                List<Evidence.Filter> filters,
                @Nullable Double samplingProbability,
                @Nullable String queue,
                int severity) {
            var changed = new Assessment(
                    assessment.id(),
                    assessment.item(),
                    assessment.unscored(),
                    assessment.scores(),
                    assessment.explanation(),
                    filters,
                    assessment.modelVersions(),
                    assessment.policyVersions(),
                    route,
                    reason,
                    samplingProbability,
                    assessment.media());
            double least = route == assessment.route() ? probability : 1;
            return new Assessed(changed, queue, severity, least, route == Route.ACT ? actingPolicy : null);
        }

        /// The policy that may act instead of a person, where the route says so.
        Assessed actedOnBy(@Nullable String policy) {
            return assessment.route() == Route.ACT
                    ? new Assessed(assessment, null, severity, probability, policy)
                    : this;
        }

        /// @param reach as it is now
        ItemRouted routed(Item item, Reach reach) {
            return new ItemRouted(
                    item.id(),
                    assessment.route(),
                    queue,
                    severity,
                    probability,
                    assessment.routeReason(),
                    language(item),
                    assessment.unscored(),
                    actingPolicy,
                    reach);
        }
    }
}
