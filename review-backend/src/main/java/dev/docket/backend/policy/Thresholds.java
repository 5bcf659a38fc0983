package dev.docket.backend.policy;

import dev.docket.backend.policy.PastItems.Past;
import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.backend.policy.Routing.Flag;
import dev.docket.dto.item.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares every score with every policy that uses its label. Pure: the same scores and policies,
/// the same routing.
///
/// A label's threshold is that of the item's whole language tag (`pt-br`), else of its first part
/// (`pt`), else of `*`.
/// The tables are laid out per language once, for there are few languages that any policy names.
final class Thresholds {
    private final List<Policy> policies;
    private final Map<String, Integer> versions;
    private final Map<String, List<Limit>> byLanguage = new HashMap<>();

    /// No policy acts by itself.
    Thresholds(List<Policy> policies) {
        this(policies, Set.of());
    }

    /// @param automatic the policies that may act by themselves now
    Thresholds(List<Policy> policies, Set<String> automatic) {
        this.policies = List.copyOf(policies);
        var numbers = new TreeMap<String, Integer>();
        policies.forEach(policy -> numbers.put(policy.key(), policy.version()));
        versions = Map.copyOf(numbers);
        Stream.concat(
                        Stream.of(LabelThreshold.EVERY_LANGUAGE),
                        policies.stream()
                                .flatMap(policy -> policy.labels().stream().map(LabelThreshold::language)))
                .distinct()
                .forEach(language -> byLanguage.put(language, limits(language, automatic)));
    }

    List<Policy> policies() {
        return policies;
    }

    Routing route(Map<String, Double> scores, String language) {
        var limits = limits(language);
        var found = judge(limits, limit -> scores.getOrDefault(limit.threshold().label(), 0.0));
        var flags = flags(scores, limits);
        var first = found.first();
        if (first == null) {
            return new Routing(Route.ALLOW, null, 1, 0, "No label reached a policy's threshold.", flags, versions);
        }
        var acting = found.acting();
        var leading = acting == null ? first : acting;
        return new Routing(
                found.route(),
                leading.policy().key(),
                leading.policy().defaultSeverity(),
                leading.score(),
                reason(found.reached()),
                flags,
                versions,
                acting == null ? null : acting.policy().key());
    }

    /// The route alone, for many items, most of which reach nothing.
    Route routeOf(Past item) {
        var limits = limits(item.language());
        for (var limit : limits) {
            if (item.score(limit.place()) >= limit.threshold().review()) {
                return judge(limits, reached -> item.score(reached.place())).route();
            }
        }
        return Route.ALLOW;
    }

    private static Verdict judge(List<Limit> limits, ToDoubleFunction<Limit> scores) {
        List<Reached> reached = new ArrayList<>(4);
        for (var limit : limits) {
            double score = scores.applyAsDouble(limit);
            if (score >= limit.threshold().review()) {
                reached.add(new Reached(limit, score));
            }
        }
        if (reached.isEmpty()) {
            return new Verdict(reached, null, null);
        }
        var first = reached.stream().max(Reached.BY_URGENCY).orElseThrow();
        var acting = reached.stream().filter(Reached::acts).max(Reached.BY_URGENCY);
        int gravest = reached.stream()
                .filter(one -> !one.acts())
                .filter(one -> acting.isEmpty()
                        || !one.policy().key().equals(acting.get().policy().key()))
                .mapToInt(one -> one.policy().defaultSeverity())
                .max()
                .orElse(0);
        var free = acting.filter(one -> one.policy().defaultSeverity() >= gravest);
        return new Verdict(reached, first, free.orElse(null));
    }

    private List<Limit> limits(String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        var whole = byLanguage.get(tag);
        if (whole != null) {
            return whole;
        }
        int dash = tag.indexOf('-');
        var first = dash < 0 ? null : byLanguage.get(tag.substring(0, dash));
        return first != null ? first : Objects.requireNonNull(byLanguage.get(LabelThreshold.EVERY_LANGUAGE));
    }

    private List<Limit> limits(String language, Set<String> automatic) {
        int dash = language.indexOf('-');
        var preference = dash < 0
                ? List.of(language, LabelThreshold.EVERY_LANGUAGE)
                : List.of(language, language.substring(0, dash), LabelThreshold.EVERY_LANGUAGE);
        var limits = new ArrayList<Limit>();
        for (var policy : policies) {
            if (policy.active()) {
                boolean mayAct = automatic.contains(policy.key()) && policy.canAct();
                policy.labels().stream()
                        .filter(threshold -> preference.contains(threshold.language()))
                        .collect(Collectors.groupingBy(LabelThreshold::label, TreeMap::new, Collectors.toList()))
                        .values()
                        .forEach(same -> limits.add(new Limit(policy, nearest(same, preference), mayAct)));
            }
        }
        return List.copyOf(limits);
    }

    private static LabelThreshold nearest(Collection<LabelThreshold> same, List<String> preference) {
        return same.stream()
                .min(Comparator.comparingInt(threshold -> preference.indexOf(threshold.language())))
                .orElseThrow();
    }

    private static List<Flag> flags(Map<String, Double> scores, List<Limit> limits) {
        return scores.entrySet().stream()
                .map(entry -> flag(entry.getKey(), entry.getValue(), limits))
                .sorted(Comparator.comparingDouble(Flag::score).reversed())
                .toList();
    }

    private static Flag flag(String label, double score, List<Limit> limits) {
        var own = limits.stream()
                .filter(limit -> limit.threshold().label().equals(label))
                .toList();
        @Nullable Double review =
                lowest(own.stream().map(limit -> limit.threshold().review())).orElse(null);
        @Nullable Double act = lowest(own.stream().filter(Limit::mayAct).flatMap(limit -> limit.act().stream()))
                .orElse(null);
        return new Flag(label, score, review, act, review != null && score >= review);
    }

    private static Optional<Double> lowest(Stream<Double> thresholds) {
        return thresholds.min(Comparator.naturalOrder());
    }

    private static String reason(List<Reached> reached) {
        return reached.stream()
                .sorted(Reached.BY_URGENCY.reversed())
                .map(Reached::inWords)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" "));
    }

    /// @param acting null when a person must look
    private record Verdict(
            List<Reached> reached,
            @Nullable Reached first,
            @Nullable Reached acting) {
        Route route() {
            if (first == null) {
                return Route.ALLOW;
            }
            return acting == null ? Route.REVIEW : Route.ACT;
        }
    }

    /// One policy's threshold for one label in one language.
    ///
    /// @param place of its label in the schema; -1 for a label that is not in it
    private record Limit(Policy policy, LabelThreshold threshold, boolean mayAct, int place) {
        Limit(Policy policy, LabelThreshold threshold, boolean mayAct) {
            this(policy, threshold, mayAct, LabelSchema.labels().indexOf(threshold.label()));
        }

        Optional<Double> act() {
            return Optional.ofNullable(threshold.act());
        }
    }

    private record Reached(Limit limit, double score) {
        /// Severity first; within it the score that is furthest over its threshold, as a share of
        /// the room above it.
        static final Comparator<Reached> BY_URGENCY = Comparator.<Reached>comparingInt(
                        reached -> reached.policy().defaultSeverity())
                .thenComparingDouble(Reached::excess);

        Policy policy() {
            return limit.policy();
        }

        double excess() {
            double review = limit.threshold().review();
            return (score - review) / Math.max(1e-9, 1 - review);
        }

        boolean acts() {
            Double act = limit.threshold().act();
            return limit.mayAct() && act != null && score >= act;
        }

        String inWords() {
            return String.format(
                    Locale.ROOT,
                    "%s %.2f is over the review threshold of %.2f.",
                    title(),
                    score,
                    limit.threshold().review());
        }

        private String title() {
            String words = limit.threshold().label().replace('_', '-');
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
