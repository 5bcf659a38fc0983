package dev.docket.backend.watching;

import dev.docket.backend.classification.Exploration;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Routing;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.release.Intervals;
import dev.docket.backend.watching.StoredSamples.Order;
import dev.docket.dto.quality.Estimate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The model beside people, at the thresholds of now: whether it agrees with them less than it
/// did, whether they agree with it because they see what it says, and of whom and in which
/// language it errs more often.
@Service
public class Outcomes {
    private static final int MOST = 20_000;
    private static final int LEAST = 20;

    private final StoredSamples samples;
    private final Registry registry;
    private final Policies policies;
    private final WatchingProperties properties;
    private final Clock clock;

    Outcomes(StoredSamples samples, Registry registry, Policies policies, WatchingProperties properties, Clock clock) {
        this.samples = samples;
        this.registry = registry;
        this.policies = policies;
        this.properties = properties;
        this.clock = clock;
    }

    /// One thing that was counted.
    ///
    /// @param key what it is of
    /// @param estimate of a share, or of a difference of shares
    public record Counted(String key, Estimate estimate, long of) {}

    /// How often the champion said something else than people found: at the first decisions on
    /// what it scored, and at the latest, and the difference.
    @Transactional(readOnly = true)
    public List<Counted> degradation() {
        return degradation(registry.champion().version());
    }

    private List<Counted> degradation(String version) {
        var now = clock.instant();
        var since = registry.byVersion(version).stateSince();
        var first = samples.decided(version, since, now, Order.OLDEST, properties.outcomes());
        var latest = samples.decided(version, since, now, Order.NEWEST, properties.outcomes());
        if (first.size() < properties.leastItems()
                || latest.getLast().decidedAt().isBefore(first.getLast().decidedAt())) {
            return List.of();
        }
        long was = count(first, this::errs);
        long is = count(latest, this::errs);
        return List.of(
                new Counted("first", Intervals.wilson(was, first.size(), Intervals.Z95), first.size()),
                new Counted("latest", Intervals.wilson(is, latest.size(), Intervals.Z95), latest.size()),
                new Counted(
                        "difference",
                        Intervals.difference(is, latest.size(), was, first.size(), Intervals.Z95),
                        latest.size()));
    }

    /// Why the model should be retrained as far as people's decisions tell; none or one reason.
    Optional<Sentence> worsening(String version) {
        return degradation(version).stream()
                .filter(counted ->
                        counted.key().equals("difference") && counted.estimate().low() > 0)
                .findFirst()
                .map(counted -> worse(counted.estimate()));
    }

    private static Sentence worse(Estimate by) {
        return Sentence.of(
                "drift.worse",
                String.format(
                        Locale.ROOT,
                        "People disagree with it more often than at first: by %.1f points (%.1f to %.1f)",
                        100 * by.value(),
                        100 * by.low(),
                        100 * by.high()),
                Map.of("share", by.value(), "shareFrom", by.low(), "shareTo", by.high()));
    }

    /// How often people agree with the champion where they see its scores and where chance
    /// withheld them, and what seeing them adds.
    @Transactional(readOnly = true)
    public List<Counted> anchoring(Instant from, Instant to) {
        var decided = samples.decided(registry.champion().version(), from, to, Order.NEWEST, MOST);
        var seen = decided.stream().filter(Outcome::visible).toList();
        var hidden = decided.stream().filter(outcome -> !outcome.visible()).toList();
        if (seen.size() < LEAST || hidden.size() < LEAST) {
            return List.of();
        }
        long agreed = seen.size() - count(seen, this::errs);
        long agreedBlind = hidden.size() - count(hidden, this::errs);
        return List.of(
                new Counted("visible", Intervals.wilson(agreed, seen.size(), Intervals.Z95), seen.size()),
                new Counted("hidden", Intervals.wilson(agreedBlind, hidden.size(), Intervals.Z95), hidden.size()),
                new Counted(
                        "difference",
                        Intervals.difference(agreed, seen.size(), agreedBlind, hidden.size(), Intervals.Z95),
                        hidden.size()));
    }

    /// How much of what was drawn broke a policy: because the model was unsure of it, and by
    /// mere chance.
    @Transactional(readOnly = true)
    public List<Counted> exploration(Instant from, Instant to) {
        var draws = samples.draws(Exploration.REASON, from, to);
        var counted = new ArrayList<Counted>();
        if (draws.explored() > 0) {
            counted.add(new Counted(
                    "explored", Intervals.wilson(draws.found(), draws.explored(), Intervals.Z95), draws.explored()));
        }
        if (draws.chance() > 0) {
            counted.add(new Counted(
                    "chance", Intervals.wilson(draws.chanceFound(), draws.chance(), Intervals.Z95), draws.chance()));
        }
        return counted;
    }

    /// How often the model erred: of all, by language, and of texts that speak of who people are.
    @Transactional(readOnly = true)
    public List<Counted> errors(Instant from, Instant to) {
        return byGroup(from, to, this::errs);
    }

    /// How often what people first found was overturned on appeal, by the same groups.
    @Transactional(readOnly = true)
    public List<Counted> overturns(Instant from, Instant to) {
        return byGroup(from, to, Outcome::overturned);
    }

    private List<Counted> byGroup(Instant from, Instant to, Predicate<Outcome> bad) {
        var decided = samples.decided(null, from, to, Order.NEWEST, MOST);
        var groups = new TreeMap<String, List<Outcome>>();
        decided.forEach(outcome -> {
            groups.computeIfAbsent("language:" + outcome.language(), any -> new ArrayList<>())
                    .add(outcome);
            outcome.terms()
                    .forEach(term -> groups.computeIfAbsent("term:" + term, any -> new ArrayList<>())
                            .add(outcome));
        });
        var counted = new ArrayList<Counted>();
        if (!decided.isEmpty()) {
            counted.add(counted("all", decided, bad));
        }
        groups.forEach((group, found) -> {
            if (found.size() >= LEAST) {
                counted.add(counted(group, found, bad));
            }
        });
        return counted;
    }

    private static Counted counted(String key, List<Outcome> outcomes, Predicate<Outcome> bad) {
        return new Counted(
                key, Intervals.wilson(count(outcomes, bad), outcomes.size(), Intervals.Z95), outcomes.size());
    }

    private static long count(List<Outcome> outcomes, Predicate<Outcome> such) {
        return outcomes.stream().filter(such).count();
    }

    /// Whether the model, at the thresholds of now, says of any label something else than
    /// people found.
    private boolean errs(Outcome outcome) {
        Map<String, Boolean> flagged = policies.route(outcome.scores(), outcome.language()).scores().stream()
                .collect(Collectors.toMap(Routing.Flag::label, Routing.Flag::flagged, Boolean::logicalOr));
        return outcome.labels().entrySet().stream().anyMatch(found -> {
            @Nullable Boolean said = flagged.get(found.getKey());
            return said != null && said != (found.getValue() == 1);
        });
    }
}
