package dev.docket.backend.release;

import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.registry.Lives;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Model.Medium;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.Phrase;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.ShadowView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a model must pass before its scores count. Measured anew each time somebody asks, and
/// kept as last measured.
@Service
public class Gates {
    private final Registry registry;
    private final Lives lives;
    private final EvaluationGates evaluation;
    private final StoredShadow shadow;
    private final StoredLatency latency;
    private final Policies policies;
    private final ReleaseSettings settings;
    private final Clock clock;

    Gates(
            Registry registry,
            Lives lives,
            EvaluationGates evaluation,
            StoredShadow shadow,
            StoredLatency latency,
            Policies policies,
            ReleaseSettings settings,
            Clock clock) {
        this.registry = registry;
        this.lives = lives;
        this.evaluation = evaluation;
        this.shadow = shadow;
        this.latency = latency;
        this.policies = policies;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public GatesView measure(String version) {
        var model = registry.byVersion(version);
        String champion = registry.champion(model.medium()).version();
        var gates = new ArrayList<GateView>();
        gates.add(labels(model, registry.byVersion(champion)));
        if (model.medium() == Medium.TEXT) {
            gates.addAll(evaluation.of(model, champion));
        }
        gates.addAll(shadow(model, champion));
        gates.add(latency(version, champion));
        boolean passed = gates.stream().allMatch(GateView::passed);
        var view = new GatesView(version, champion, clock.instant(), passed, gates);
        lives.keep(view);
        return view;
    }

    /// A policy whose label nobody scores any more finds nothing, and nobody would notice.
    private GateView labels(Model model, Model champion) {
        var named = policies.all().stream()
                .filter(Policy::active)
                .flatMap(policy -> policy.labels().stream())
                .map(Policy.LabelThreshold::label)
                .collect(Collectors.toSet());
        var missing = champion.labels().stream()
                .filter(named::contains)
                .filter(label -> !model.labels().contains(label))
                .sorted()
                .toList();
        long scored = champion.labels().stream().filter(named::contains).count();
        return new GateView(
                "labels",
                null,
                null,
                (double) missing.size(),
                null,
                null,
                0,
                scored,
                missing.isEmpty(),
                missing.isEmpty()
                        ? "It scores every label of the champion that a policy names."
                        : "It does not score %s, which policies name and the champion scores; teach it these."
                                .formatted(String.join(", ", missing)),
                missing.isEmpty()
                        ? said("labels", true)
                        : new Phrase("release.labels.fails", Map.of("missing", (double) missing.size())));
    }

    private List<GateView> shadow(Model model, String champion) {
        var since = model.shadowSince();
        if (since == null) {
            return List.of(volume(0));
        }
        var pairs = shadow.pairs(model.version(), champion, since);
        var comparison = Comparison.of(Comparison.fairest(pairs, settings.leastDecisions()), policies);
        var gates = new ArrayList<GateView>();
        gates.add(volume(comparison.decisions()));
        gates.add(whole(comparison));
        comparison.labels().stream()
                .filter(cell -> cell.decisions() >= settings.leastInCell())
                .map(this::cell)
                .forEach(gates::add);
        gates.add(faults(shadow.volume(model.version(), since)));
        return gates;
    }

    private GateView volume(int decisions) {
        boolean passed = decisions >= settings.leastDecisions();
        return new GateView(
                "shadow-volume",
                null,
                null,
                (double) decisions,
                null,
                null,
                settings.leastDecisions(),
                decisions,
                passed,
                passed
                        ? "People decided on enough items that it scored in shadow."
                        : "Too few items that it scored in shadow were decided by people; wait, or let more be drawn.",
                said("shadow-volume", passed));
    }

    private GateView whole(Comparison comparison) {
        var difference = comparison.difference();
        boolean passed = comparison.decisions() > 0 && difference.low() >= -settings.margin();
        return new GateView(
                "shadow-disagreement",
                null,
                null,
                difference.value(),
                difference.low(),
                difference.high(),
                -settings.margin(),
                comparison.decisions(),
                passed,
                passed
                        ? "People agree with it as often as with the champion, or more often."
                        : "It may agree with people less often than the champion; wait for more decisions, or train it anew.",
                said("shadow-disagreement", passed));
    }

    private GateView cell(ShadowView.OfLabel cell) {
        var difference = cell.difference();
        boolean passed = difference.value() >= -settings.margin();
        return new GateView(
                "shadow-label",
                cell.label(),
                cell.language(),
                difference.value(),
                difference.low(),
                difference.high(),
                -settings.margin(),
                cell.decisions(),
                passed,
                passed
                        ? "Not worse than the champion."
                        : "Worse than the champion by more than is borne; look at the disagreements, and train it anew.",
                said("not-worse", passed));
    }

    private GateView faults(StoredShadow.Volume volume) {
        double share = volume.items() == 0 ? 0 : (double) volume.faults() / volume.items();
        boolean passed = share <= settings.mostFaults();
        return new GateView(
                "faults",
                null,
                null,
                share,
                null,
                null,
                settings.mostFaults(),
                volume.items(),
                passed,
                passed ? "It gave scores." : "It gave no scores for too many items; its weights are broken.",
                said("faults", passed));
    }

    private GateView latency(String version, String champion) {
        return latency.find(version, champion)
                .map(measured -> {
                    boolean passed = measured.ratio().value() <= settings.mostLatency();
                    return new GateView(
                            "latency",
                            null,
                            null,
                            measured.ratio().value(),
                            measured.ratio().low(),
                            measured.ratio().high(),
                            settings.mostLatency(),
                            measured.rounds(),
                            passed,
                            passed
                                    ? "It is fast enough, measured in turns with the champion."
                                    : "It takes too long beside the champion.",
                            said("latency", passed));
                })
                .orElseGet(() -> new GateView(
                        "latency",
                        null,
                        null,
                        null,
                        null,
                        null,
                        settings.mostLatency(),
                        0,
                        false,
                        "Not measured yet; that is a job which begins with the shadow.",
                        new Phrase("release.latency.unmeasured")));
    }

    private static Phrase said(String gate, boolean passed) {
        return new Phrase("release." + gate + (passed ? ".holds" : ".fails"));
    }
}
