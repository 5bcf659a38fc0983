package dev.docket.backend.training;

import dev.docket.backend.audit.AuditTrail;
import dev.docket.backend.labels.LabelSets;
import dev.docket.backend.labels.TrainingRow;
import dev.docket.backend.platform.Actor;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Sentence;
import dev.docket.backend.policy.Policies;
import dev.docket.backend.policy.Policy;
import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.backend.registry.Model;
import dev.docket.backend.registry.Registry;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.Evasion;
import dev.docket.dto.models.LabelCurve;
import dev.docket.dto.models.SliceComparison;
import dev.docket.model.ModelFault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Scores the test split of a label set with a model and the champion, and works out how good each
/// is: per label, language, source and kind of text, with intervals.
@Component
class Evaluator {
    private static final int CHUNK = 64;
    private static final int MOST_ROWS = 20_000;
    private static final int LEAST_OF_SLICE = 20;
    private static final double USUAL_THRESHOLD = 0.5;
    private static final double SCORED = 0.7;

    private final LabelSets sets;
    private final Registry registry;
    private final Policies policies;
    private final Workspaces workspaces;
    private final StoredEvaluations evaluations;
    private final Writing writing;

    Evaluator(
            LabelSets sets,
            Registry registry,
            Policies policies,
            Workspaces workspaces,
            StoredEvaluations evaluations,
            Writing writing) {
        this.sets = sets;
        this.registry = registry;
        this.policies = policies;
        this.workspaces = workspaces;
        this.evaluations = evaluations;
        this.writing = writing;
    }

    /// How what was found out is written down.
    @Component
    record Writing(TransactionTemplate transaction, AuditTrail audit, Clock clock) {}

    void evaluate(String version, String labelSet, long seed, Doing.Watch watch) throws ModelFault {
        var champion = registry.champion();
        try (var scoring = Scoring.open(
                registry.source(version).orElseThrow(Evaluator::gone),
                champion.version().equals(version)
                        ? null
                        : registry.source(champion.version()).orElse(null),
                workspaces.encoders())) {
            var texts = scored(scoring, labelSet, watch);
            watch.progress(SCORED, Doing.FIGURES);
            var view = view(version, labelSet, champion, seed, texts, scoring);
            writing.transaction().executeWithoutResult(status -> {
                evaluations.replace(
                        view,
                        texts.stream().flatMap(text -> text.rows().stream()).toList());
                writing.audit()
                        .append(
                                new Actor.Automation("training"),
                                "model.evaluated",
                                "model",
                                version,
                                Map.of("labelSet", labelSet, "rows", texts.size()));
            });
        }
    }

    private static DomainProblem gone() {
        return new DomainProblem(
                TrainingProblem.BASE_UNFIT, Sentence.of("training.model-gone", "The model's files are not here."));
    }

    private List<EvaluationText> scored(Scoring scoring, String labelSet, Doing.Watch watch) throws ModelFault {
        var texts = new ArrayList<EvaluationText>();
        var chunk = new ArrayList<TrainingRow>();
        for (var row : (Iterable<TrainingRow>) sets.rows(labelSet, SetRows.TEST)
                .filter(row -> row.text() != null)
                .limit(MOST_ROWS)::iterator) {
            chunk.add(row);
            if (chunk.size() == CHUNK) {
                score(chunk, scoring, texts);
                watch.progress(SCORED * texts.size() / (texts.size() + 1_000.0), Doing.evaluating(texts.size()));
            }
        }
        score(chunk, scoring, texts);
        return texts;
    }

    private static void score(List<TrainingRow> chunk, Scoring scoring, List<EvaluationText> texts) throws ModelFault {
        if (chunk.isEmpty()) {
            return;
        }
        var scored = scoring.score(
                chunk.stream().map(row -> String.valueOf(row.text())).toList());
        for (int i = 0; i < chunk.size(); i++) {
            texts.add(new EvaluationText(
                    chunk.get(i), scored.get(i).scores(), scored.get(i).champion()));
        }
        chunk.clear();
    }

    private EvaluationView view(
            String version, String labelSet, Model champion, long seed, List<EvaluationText> texts, Scoring scoring)
            throws ModelFault {
        var slices = new ArrayList<EvaluationSlice>();
        var versus = new ArrayList<SliceComparison>();
        var curves = new ArrayList<LabelCurve>();
        var evasion = new ArrayList<Evasion>();
        var probes = new Probes(scoring);
        var labels = labels(texts);
        for (String label : labels) {
            var reports = reports(label, texts, seed);
            for (var report : reports) {
                slices.add(report.figures());
                var comparison = report.versusChampion(!champion.version().equals(version));
                if (comparison != null && report.isComparable()) {
                    versus.add(comparison);
                }
            }
            curves.add(reports.getFirst().curve());
            double threshold = threshold(label, LabelThreshold.EVERY_LANGUAGE);
            evasion.addAll(probes.evasion(label, found(label, texts, threshold), threshold));
        }
        return new EvaluationView(
                version,
                labelSet,
                SetRows.TEST,
                champion.version().equals(version) ? null : champion.version(),
                texts.size(),
                slices,
                versus,
                curves,
                probes.identitySwap(labels),
                evasion,
                writing.clock().instant());
    }

    private static List<String> labels(List<EvaluationText> texts) {
        return texts.stream()
                .flatMap(text -> text.rows().stream())
                .map(ScoredRow::label)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> found(String label, List<EvaluationText> texts, double threshold) {
        return texts.stream()
                .filter(text -> Integer.valueOf(1).equals(text.row().targets().get(label)))
                .filter(text -> text.scores().getOrDefault(label, 0.0) >= threshold)
                .map(EvaluationText::text)
                .toList();
    }

    /// All rows of a label first, then those of each language, source and kind that has enough.
    private List<SliceReport> reports(String label, List<EvaluationText> texts, long seed) {
        var rows = new ArrayList<ScoredRow>();
        var kinds = new TreeMap<String, List<ScoredRow>>();
        for (var text : texts) {
            for (var row : text.rows()) {
                if (row.label().equals(label)) {
                    rows.add(row);
                    text.kinds()
                            .forEach(kind -> kinds.computeIfAbsent(kind, unknown -> new ArrayList<>())
                                    .add(row));
                }
            }
        }
        var reports = new ArrayList<SliceReport>();
        reports.add(report(new SliceReport.Slice(label, null, null, null), rows, seed));
        by(rows, ScoredRow::language)
                .forEach((language, some) ->
                        reports.add(report(new SliceReport.Slice(label, language, null, null), some, seed)));
        by(rows, ScoredRow::source)
                .forEach((source, some) ->
                        reports.add(report(new SliceReport.Slice(label, null, source, null), some, seed)));
        kinds.forEach((kind, some) -> {
            if (some.size() >= LEAST_OF_SLICE) {
                reports.add(report(new SliceReport.Slice(label, null, null, kind), some, seed));
            }
        });
        return reports;
    }

    private SliceReport report(SliceReport.Slice slice, List<ScoredRow> rows, long seed) {
        String language = slice.language();
        return new SliceReport(
                slice,
                rows,
                threshold(slice.label(), language == null ? LabelThreshold.EVERY_LANGUAGE : language),
                seed);
    }

    private static Map<String, List<ScoredRow>> by(List<ScoredRow> rows, Function<ScoredRow, String> what) {
        var by = rows.stream().collect(Collectors.groupingBy(what, TreeMap::new, Collectors.toList()));
        by.values().removeIf(some -> some.size() < LEAST_OF_SLICE);
        return by;
    }

    /// The lowest from which any policy in use asks for a person.
    private double threshold(String label, String language) {
        return thresholdOf(label, language) instanceof Double own
                ? own
                : thresholdOf(label, LabelThreshold.EVERY_LANGUAGE) instanceof Double any ? any : USUAL_THRESHOLD;
    }

    private @Nullable Double thresholdOf(String label, String language) {
        return policies.all().stream()
                .filter(Policy::active)
                .flatMap(policy -> policy.labels().stream())
                .filter(threshold ->
                        threshold.label().equals(label) && threshold.language().equals(language))
                .map(LabelThreshold::review)
                .min(Double::compare)
                .orElse(null);
    }
}
