package dev.docket.backend.release;

import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Routing;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Registry;
import dev.docket.backend.release.StoredArms.Decided;
import dev.docket.dto.models.ModelState;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Looks after a canary, every ten seconds: takes it back where it fails at items, takes too
/// long, or is surely worse than the champion at what people then found of the items that each
/// of them routed. Intervals are of 99 %, because it looks again and again. Where the floor
/// wants it, a canary that does well takes its next step by itself.
@Component
class CanaryWatch {
    private static final Logger log = LoggerFactory.getLogger(CanaryWatch.class);
    private static final Actor SELF = new Actor.Automation("canary watch");
    /// Before a single fault is a share of anything.
    private static final int LEAST_ITEMS = 200;

    private final Registry registry;
    private final Releases releases;
    private final StoredShadow shadow;
    private final StoredLatency latency;
    private final StoredArms arms;
    private final Policies policies;
    private final ReleaseSettings settings;
    private final Clock clock;

    CanaryWatch(
            Registry registry,
            Releases releases,
            StoredShadow shadow,
            StoredLatency latency,
            StoredArms arms,
            Policies policies,
            ReleaseSettings settings,
            Clock clock) {
        this.registry = registry;
        this.releases = releases;
        this.shadow = shadow;
        this.latency = latency;
        this.arms = arms;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 20_000)
    void look() {
        try {
            registry.known().stream()
                    .filter(model -> model.state() == ModelState.CANARY)
                    .forEach(this::look);
        } catch (DataAccessException | TransactionException away) {
            log.atDebug().setCause(away).log("Nobody could look after the canary just now");
        }
    }

    private void look(Model canary) {
        String champion = registry.champion(canary.medium()).version();
        var decided = arms.decided(canary.version(), champion, canary.stateSince());
        try {
            stop(canary, champion, decided)
                    .ifPresentOrElse(reason -> takeBack(canary, reason), () -> step(canary, decided));
        } catch (DomainProblem moved) {
            log.atInfo()
                    .addKeyValue("version", canary.version())
                    .addKeyValue("why", moved.getMessage())
                    .log("The canary takes no step");
        }
    }

    private void takeBack(Model canary, String reason) {
        log.atWarn()
                .addKeyValue("version", canary.version())
                .addKeyValue("reason", reason)
                .log("The canary is taken back");
        releases.takeBack(canary.version(), reason, SELF);
    }

    private Optional<String> stop(Model canary, String champion, List<Decided> decided) {
        return faults(canary)
                .or(() -> slow(canary, champion))
                .or(() -> worse(canary, champion, decided, "Disagreement with people", this::disagrees))
                .or(() -> worse(canary, champion, decided, "Appeals that overturned", Decided::overturned));
    }

    private Optional<String> faults(Model canary) {
        var volume = shadow.volume(canary.version(), canary.stateSince());
        double share = (double) volume.faults() / Math.max(1, volume.items());
        return volume.items() >= LEAST_ITEMS && share > settings.mostFaults()
                ? Optional.of(said("It gave no scores for %d of %d items.", volume.faults(), volume.items()))
                : Optional.empty();
    }

    private Optional<String> slow(Model canary, String champion) {
        return latency.find(canary.version(), champion)
                .filter(measured -> measured.ratio().low() > settings.mostLatency())
                .map(measured -> said(
                        "It takes %.2f times as long as the champion.",
                        measured.ratio().value()));
    }

    private Optional<String> worse(
            Model canary, String champion, List<Decided> decided, String what, Predicate<Decided> bad) {
        var counts = decided.stream()
                .collect(Collectors.groupingBy(
                        Decided::modelVersion, Collectors.partitioningBy(bad, Collectors.counting())));
        long of = count(counts.get(canary.version()));
        long ofBefore = count(counts.get(champion));
        if (of < settings.canaryDecisions() || ofBefore < settings.canaryDecisions()) {
            return Optional.empty();
        }
        long is = bad(counts.get(canary.version()));
        long was = bad(counts.get(champion));
        var difference = Intervals.difference(is, of, was, ofBefore, Intervals.Z99);
        return difference.low() > 0
                ? Optional.of(said(
                        "%s: %d of %d items that it routed, %d of %d that the champion routed.",
                        what, is, of, was, ofBefore))
                : Optional.empty();
    }

    private static long count(@Nullable Map<Boolean, Long> arm) {
        return arm == null
                ? 0
                : arm.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long bad(@Nullable Map<Boolean, Long> arm) {
        return arm == null ? 0 : arm.getOrDefault(true, 0L);
    }

    private boolean disagrees(Decided decided) {
        var flagged = policies.route(decided.scores(), decided.language()).scores().stream()
                .collect(Collectors.toMap(Routing.Flag::label, Routing.Flag::flagged, Boolean::logicalOr));
        return decided.labels().entrySet().stream()
                .anyMatch(found -> flagged.getOrDefault(found.getKey(), false) != (found.getValue() == 1));
    }

    private void step(Model canary, List<Decided> decided) {
        long own = decided.stream()
                .filter(one -> one.modelVersion().equals(canary.version()))
                .count();
        boolean due = settings.canaryStep().isPositive()
                && !clock.instant().isBefore(canary.stateSince().plus(settings.canaryStep()));
        if (due && own >= settings.canaryDecisions()) {
            releases.promote(canary.version(), null, SELF);
        }
    }

    private static String said(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
