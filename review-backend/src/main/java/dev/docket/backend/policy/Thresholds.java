package dev.docket.backend.policy;

import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.backend.policy.Routing.Flag;
import dev.docket.dto.item.Route;
import dev.docket.dto.review.ActionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares every score with every policy that uses its label. Pure: the same scores and policies, the same routing.
final class Thresholds {
    private final List<Policy> policies;
    private final Map<String, Integer> versions;

    Thresholds(List<Policy> policies) {
        this.policies = List.copyOf(policies);
        var versions = new TreeMap<String, Integer>();
        policies.forEach(policy -> versions.put(policy.key(), policy.version()));
        this.versions = Map.copyOf(versions);
    }

    List<Policy> policies() {
        return policies;
    }

    Routing route(Map<String, Double> scores) {
        var reached = reached(scores);
        var flags = flags(scores);
        var urgent = reached.stream().max(Reached.BY_URGENCY);
        if (urgent.isEmpty()) {
            return new Routing(
                    Route.ALLOW, null, 1, 0, "No label reached a policy's threshold.", flags, versions, null);
        }
        var first = urgent.get();
        var acting = reached.stream().filter(Reached::acts).max(Reached.BY_URGENCY);
        return new Routing(
                acting.isPresent() ? Route.ACT : Route.REVIEW,
                first.policy().key(),
                first.policy().defaultSeverity(),
                first.score(),
                reason(reached),
                flags,
                versions,
                acting.map(one -> one.policy().key()).orElse(null));
    }

    private List<Reached> reached(Map<String, Double> scores) {
        var reached = new ArrayList<Reached>();
        for (var policy : policies) {
            for (var label : policy.labels()) {
                double score = scores.getOrDefault(label.label(), 0.0);
                if (score >= label.review()) {
                    reached.add(new Reached(policy, label, score));
                }
            }
        }
        return reached;
    }

    private List<Flag> flags(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .map(entry -> flag(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Flag::score).reversed())
                .toList();
    }

    private Flag flag(String label, double score) {
        @Nullable Double review = lowest(label, threshold -> threshold.review()).orElse(null);
        @Nullable Double act = lowest(label, LabelThreshold::act).orElse(null);
        return new Flag(label, score, review, act, review != null && score >= review);
    }

    private Optional<Double> lowest(String label, java.util.function.Function<LabelThreshold, @Nullable Double> of) {
        return policies.stream()
                .flatMap(policy -> policy.labels().stream())
                .filter(threshold -> threshold.label().equals(label))
                .map(of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder());
    }

    private static String reason(List<Reached> reached) {
        return reached.stream()
                .sorted(Reached.BY_URGENCY.reversed())
                .map(Reached::inWords)
                .distinct()
                .limit(3)
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private record Reached(Policy policy, LabelThreshold label, double score) {
        /// Severity first; within it the score that is furthest over its threshold, as a share of the room above it.
        static final Comparator<Reached> BY_URGENCY = Comparator.<Reached>comparingInt(
                        reached -> reached.policy().defaultSeverity())
                .thenComparingDouble(Reached::excess);

        double excess() {
            return (score - label.review()) / Math.max(1e-9, 1 - label.review());
        }

        /// A ban is never the machine's: it takes two people.
        boolean acts() {
            return label.act() != null && score >= label.act() && policy.defaultAction() != ActionType.BAN;
        }

        String inWords() {
            return String.format(
                    Locale.ROOT, "%s %.2f is over the review threshold of %.2f.", title(), score, label.review());
        }

        private String title() {
            String words = label.label().replace('_', '-');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
