package dev.docket.backend.release;

import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.registry.Model;
import dev.docket.backend.training.Evaluations;
import dev.docket.dto.Phrase;
import dev.docket.dto.labels.GateState;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.SliceComparison;
import dev.docket.dto.quality.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is asked of a model before it meets live items: the label set that it learned from, and
/// how it did on rows that it has not seen, against the champion on the same rows.
@Component
class EvaluationGates {
    private final Evaluations evaluations;
    private final LabelSets labelSets;
    private final ReleaseSettings settings;

    EvaluationGates(Evaluations evaluations, LabelSets labelSets, ReleaseSettings settings) {
        this.evaluations = evaluations;
        this.labelSets = labelSets;
        this.settings = settings;
    }

    /// @param champion what it must be compared with
    List<GateView> of(Model model, String champion) {
        var gates = new ArrayList<GateView>();
        learned(model).ifPresent(gates::add);
        evaluations
                .find(model.version())
                .ifPresentOrElse(
                        evaluation -> gates.addAll(of(evaluation, champion)),
                        () -> gates.add(gate("evaluation", null, null, 0)
                                .fails(
                                        "evaluation.missing",
                                        "It was not evaluated; evaluate it on a label set that it has not seen.")));
        return gates;
    }

    /// Of a model that was trained on a label set here.
    private Optional<GateView> learned(Model model) {
        @Nullable String version = model.provenance().labelSet();
        if (version == null) {
            return Optional.empty();
        }
        var gate = gate("label-set-quality", null, null, 1);
        try {
            var state = labelSets.byVersion(version).gates();
            return Optional.of(
                    state == GateState.FAILED
                            ? gate.fails(
                                    "label-set-quality.fails",
                                    "The label set " + version + " failed its quality gates; mend it and train anew.")
                            : gate.of(1)
                                    .passes(
                                            1,
                                            "label-set-quality.holds",
                                            "The label set's quality gates hold, or somebody answered for them."));
        } catch (DomainProblem gone) {
            return Optional.of(
                    gate.fails("label-set-quality.gone", "The label set " + version + " is not here any more."));
        }
    }

    private List<GateView> of(EvaluationView evaluation, String champion) {
        if (!champion.equals(evaluation.champion())) {
            return List.of(gate("evaluation", null, null, 0)
                    .fails(
                            "evaluation.other-champion",
                            "It was compared with another champion than the one of now; evaluate it again."));
        }
        var gates = new ArrayList<GateView>();
        var compared = evaluation.versusChampion();
        gates.add(better(compared));
        compared.stream()
                .filter(slice -> slice.source() == null && slice.n() >= settings.leastInCell())
                .flatMap(slice -> notWorse(slice).stream())
                .forEach(gates::add);
        evaluation.slices().stream()
                .filter(slice -> slice.language() == null && slice.source() == null && slice.slice() == null)
                .flatMap(slice -> calibrated(slice, compared).stream())
                .forEach(gates::add);
        return gates;
    }

    /// Somewhere it must be surely better, else there is nothing to release it for.
    private GateView better(List<SliceComparison> compared) {
        var best = compared.stream()
                .filter(slice -> slice.language() == null && slice.source() == null && slice.prAuc() != null)
                .max(Comparator.comparingDouble(EvaluationGates::low));
        var gate = gate("evaluation", best.map(SliceComparison::label).orElse(null), null, 0);
        if (best.isEmpty() || best.get().prAuc() == null) {
            return gate.fails(
                    "evaluation.uncompared",
                    "It was not compared with the champion on the same rows; evaluate it again.");
        }
        return gate.of(best.get().n())
                .judged(
                        best.get().prAuc(),
                        low(best.get()) > 0,
                        isWithBaseRate(best.get()) ? "evaluation.base-rate" : "evaluation",
                        isWithBaseRate(best.get())
                                ? "The champion has not got this label; surely better than the base rate on rows that it has not seen."
                                : "Surely better than the champion on rows that neither has seen.",
                        "Nowhere surely better than the champion on rows that neither has seen; more labels may help.");
    }

    private static boolean isWithBaseRate(SliceComparison slice) {
        return Boolean.TRUE.equals(slice.baseRate());
    }

    private static double low(SliceComparison slice) {
        return slice.prAuc() == null ? Double.NEGATIVE_INFINITY : slice.prAuc().low();
    }

    private Optional<GateView> notWorse(SliceComparison slice) {
        var difference = slice.prAuc();
        return difference == null
                ? Optional.empty()
                : Optional.of(
                        gate(
                                        slice.language() == null ? "evaluation-label" : "evaluation-language",
                                        slice.label(),
                                        slice.language(),
                                        -settings.margin())
                                .of(slice.n())
                                .judged(
                                        difference,
                                        difference.value() >= -settings.margin()
                                                || difference.high() >= 0 && small(slice),
                                        isWithBaseRate(slice) ? "not-worse.base-rate" : "not-worse",
                                        isWithBaseRate(slice)
                                                ? "The champion has not got this label; not worse than the base rate."
                                                : "Not worse than the champion.",
                                        isWithBaseRate(slice)
                                                ? "The champion has not got this label, and it is worse than the base rate; it needs more rows."
                                                : "Worse than the champion by more than is borne; look at the disagreements, and train it anew."));
    }

    /// Too few positives to tell such a difference from chance.
    private boolean small(SliceComparison slice) {
        return slice.positives() < settings.leastInCell();
    }

    private Optional<GateView> calibrated(EvaluationSlice slice, List<SliceComparison> compared) {
        @Nullable Double error = slice.ece();
        if (error == null || slice.positives() < settings.leastInCell()) {
            return Optional.empty();
        }
        boolean noWorse = compared.stream()
                .filter(other ->
                        other.label().equals(slice.label()) && other.language() == null && other.source() == null)
                .anyMatch(other -> other.ece() != null && other.ece() <= 0);
        var gate = gate("calibration", slice.label(), null, settings.mostCalibrationError())
                .of(slice.n());
        return Optional.of(
                error <= settings.mostCalibrationError() || noWorse
                        ? gate.passes(
                                error,
                                "calibration.holds",
                                "Its scores can be read as probabilities, or as well as the champion's.")
                        : gate.passesNot(
                                error,
                                "calibration.fails",
                                "Its scores are no probabilities; calibrate it on a validation split."));
    }

    private static Draft gate(String key, @Nullable String label, @Nullable String language, double limit) {
        return new Draft(key, label, language, limit, 0);
    }

    /// A gate before it is known whether it holds.
    private record Draft(
            String key, @Nullable String label, @Nullable String language, double limit, long observed) {
        Draft of(long observations) {
            return new Draft(key, label, language, limit, observations);
        }

        GateView fails(String code, String detail) {
            return view(null, null, false, code, detail);
        }

        GateView passes(double value, String code, String detail) {
            return view(value, null, true, code, detail);
        }

        GateView passesNot(double value, String code, String detail) {
            return view(value, null, false, code, detail);
        }

        GateView judged(@Nullable Estimate estimate, boolean passed, String code, String holds, String fails) {
            return view(
                    estimate == null ? null : estimate.value(),
                    estimate,
                    passed,
                    code + (passed ? ".holds" : ".fails"),
                    passed ? holds : fails);
        }

        private GateView view(
                @Nullable Double value, @Nullable Estimate estimate, boolean passed, String code, String detail) {
            return new GateView(
                    key,
                    label,
                    language,
                    value,
                    estimate == null ? null : estimate.low(),
                    estimate == null ? null : estimate.high(),
                    limit,
                    observed,
                    passed,
                    detail,
                    new Phrase("release." + code));
        }
    }
}
