package dev.docket.backend.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.platform.FieldErrors;
import dev.docket.backend.policy.PastItems.Found;
import dev.docket.backend.policy.PastItems.Past;
import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.dto.item.Route;
import dev.docket.dto.policy.Simulation;
import dev.docket.dto.policy.Simulation.Histogram;
import dev.docket.dto.policy.Simulation.Shares;
import dev.docket.dto.policy.Simulation.Transition;
import dev.docket.dto.policy.SimulationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// Says what thresholds would have done to past items, before they are published.
///
/// Both sides are computed from the stored scores: what the thresholds in force give, and what
/// the tried ones would. Nothing is written. What nobody looked at is known only through items
/// drawn at random, which is why their probability is kept.
@Service
public class Simulator {
    private static final int USUAL = 20_000;
    private static final int MOST = 100_000;
    private static final int STEPS = 50;
    private static final int EXAMPLES = 5;
    private static final double SHORTEST_DAYS = 1 / 24.0;

    private final StoredPolicies stored;
    private final LabelSchemas labels;
    private final StoredAutomation automation;
    private final ObjectProvider<PastItems> past;
    private final Cache<Span, List<Past>> read = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(2))
            .maximumSize(2)
            .build();

    Simulator(StoredPolicies stored, LabelSchemas labels, StoredAutomation automation, ObjectProvider<PastItems> past) {
        this.stored = stored;
        this.labels = labels;
        this.automation = automation;
        this.past = past;
    }

    /// @throws dev.docket.backend.platform.InvalidInput with every fault
    /// @throws dev.docket.backend.platform.DomainProblem `not-found` for an unknown policy
    public Simulation simulate(String key, SimulationRequest request) {
        long started = System.nanoTime();
        check(request);
        var policies = stored.current();
        var policy = policies.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(PolicyEditing::unknown);
        var acting = automation.acting();
        var tried = tried(policy, request);
        var now = new Thresholds(policies, acting);
        var then = new Thresholds(
                policies.stream()
                        .map(one -> one.key().equals(key) ? tried : one)
                        .toList(),
                acting(acting, key, request.automatic()));
        var items = items(new Span(Objects.requireNonNullElse(request.items(), USUAL), request.from(), request.to()));
        return new Comparison(tried, now, then, items, request.language()).simulation(started);
    }

    /// Kept for two minutes: whoever moves a slider asks of the same items again and again.
    private List<Past> items(Span span) {
        return Objects.requireNonNull(read.get(span, key -> past.getObject().latest(key.most(), key.from(), key.to())));
    }

    private record Span(
            int most, @Nullable Instant from, @Nullable Instant to) {}

    private void check(SimulationRequest request) {
        var errors = new FieldErrors();
        Integer items = request.items();
        if (items != null && (items < 1 || items > MOST)) {
            errors.add("/items", "1 to " + MOST);
        }
        if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
            errors.add("/to", "after from");
        }
        if (request.labels() != null) {
            new PolicyRules("", errors, labels.all()).labels("/labels", request.labels(), false);
        }
        errors.throwIfAny();
    }

    private static Policy tried(Policy policy, SimulationRequest request) {
        return new Policy(
                policy.key(),
                policy.version(),
                policy.title(),
                policy.text(),
                request.labels() == null ? policy.labels() : PolicyRules.thresholds(request.labels()),
                policy.defaultSeverity(),
                policy.allowedActions(),
                policy.defaultAction(),
                policy.terms(),
                policy.active());
    }

    private static Set<String> acting(Set<String> acting, String key, @Nullable Boolean automatic) {
        if (automatic == null) {
            return acting;
        }
        var then = new HashSet<>(acting);
        if (automatic) {
            then.add(key);
        } else {
            then.remove(key);
        }
        return then;
    }

    /// Both sides over the items, read once.
    private static final class Comparison {
        private final Policy policy;
        private final List<Past> items;
        private final @Nullable String language;
        private final Weighted load = new Weighted();
        private final Weighted found = new Weighted();
        private final Weighted wrong = new Weighted();
        private final Weighted.Share missedNow = new Weighted.Share();
        private final Weighted.Share missedThen = new Weighted.Share();
        private final Weighted.Share overNow = new Weighted.Share();
        private final Weighted.Share overThen = new Weighted.Share();
        private final Map<String, Moved> moved = new LinkedHashMap<>();
        private int decided;

        Comparison(Policy policy, Thresholds now, Thresholds then, List<Past> items, @Nullable String language) {
            this.policy = policy;
            this.items = items;
            this.language = language == null || language.equals(LabelThreshold.EVERY_LANGUAGE)
                    ? null
                    : language.toLowerCase(Locale.ROOT);
            for (var item : items) {
                compare(item, now.routeOf(item), then.routeOf(item));
            }
        }

        private void compare(Past item, Route now, Route then) {
            load.add(now == Route.REVIEW, then == Route.REVIEW, 1);
            if (now != then) {
                moved.computeIfAbsent(now + " " + then, key -> new Moved(now, then))
                        .add(item);
            }
            var finding = item.found();
            if (finding == null) {
                return;
            }
            decided++;
            double weight = 1 / Math.max(1e-4, item.propensity());
            boolean harm = finding == Found.VIOLATION;
            found.add(harm && now != Route.ALLOW, harm && then != Route.ALLOW, weight);
            wrong.add(!harm && now == Route.ACT, !harm && then == Route.ACT, weight);
            if (harm) {
                missedNow.add(now == Route.ALLOW, weight);
                missedThen.add(then == Route.ALLOW, weight);
            }
            if (now == Route.ACT) {
                overNow.add(!harm, weight);
            }
            if (then == Route.ACT) {
                overThen.add(!harm, weight);
            }
        }

        Simulation simulation(long started) {
            @Nullable Instant first =
                    items.stream().map(Past::at).min(Comparator.naturalOrder()).orElse(null);
            @Nullable Instant last =
                    items.stream().map(Past::at).max(Comparator.naturalOrder()).orElse(null);
            double days = first == null || last == null
                    ? SHORTEST_DAYS
                    : Math.max(SHORTEST_DAYS, Duration.between(first, last).toMillis() / 86_400_000.0);
            return new Simulation(
                    policy.key(),
                    policy.version(),
                    items.size(),
                    first,
                    last,
                    days,
                    decided,
                    load.change(days),
                    found.change(1),
                    wrong.change(1),
                    new Shares(missedNow.estimate(), missedThen.estimate()),
                    new Shares(overNow.estimate(), overThen.estimate()),
                    moved.values().stream().map(Moved::transition).toList(),
                    histograms(),
                    (System.nanoTime() - started) / 1_000_000);
        }

        private List<Histogram> histograms() {
            return policy.labels().stream()
                    .map(LabelThreshold::label)
                    .distinct()
                    .map(this::histogram)
                    .toList();
        }

        private Histogram histogram(String label) {
            int[] counts = new int[STEPS];
            int all = 0;
            int place = LabelSchema.labels().indexOf(label);
            for (var item : items) {
                if (language == null || speaks(item)) {
                    counts[Math.min(STEPS - 1, (int) (item.score(place) * STEPS))]++;
                    all++;
                }
            }
            return new Histogram(label, all, Arrays.stream(counts).boxed().toList());
        }

        private boolean speaks(Past item) {
            String spoken = item.language().toLowerCase(Locale.ROOT);
            return spoken.equals(language) || spoken.startsWith(language + "-");
        }
    }

    private static final class Moved {
        private final Route from;
        private final Route to;
        private final List<String> examples = new ArrayList<>();
        private int items;

        Moved(Route from, Route to) {
            this.from = from;
            this.to = to;
        }

        void add(Past item) {
            items++;
            if (examples.size() < EXAMPLES) {
                examples.add(item.id().toString());
            }
        }

        Transition transition() {
            return new Transition(from, to, items, examples);
        }
    }
}
