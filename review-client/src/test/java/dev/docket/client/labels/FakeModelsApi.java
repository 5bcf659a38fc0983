package dev.docket.client.labels;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.labels.evaluation.EvaluationApi;
import dev.docket.client.labels.models.ModelsApi;
import dev.docket.client.labels.release.ReleaseApi;
import dev.docket.client.labels.training.TrainingApi;
import dev.docket.client.labels.watching.WatchingApi;
import dev.docket.dto.Page;
import dev.docket.dto.Phrase;
import dev.docket.dto.insights.Insight;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.jobs.JobState;
import dev.docket.dto.jobs.JobView;
import dev.docket.dto.models.Disagreement;
import dev.docket.dto.models.DriftView;
import dev.docket.dto.models.EvaluationSlice;
import dev.docket.dto.models.EvaluationView;
import dev.docket.dto.models.Evasion;
import dev.docket.dto.models.GateView;
import dev.docket.dto.models.GatesView;
import dev.docket.dto.models.GuardEffect;
import dev.docket.dto.models.IdentitySwap;
import dev.docket.dto.models.LabelCurve;
import dev.docket.dto.models.ModelOrigin;
import dev.docket.dto.models.ModelState;
import dev.docket.dto.models.ModelView;
import dev.docket.dto.models.ShadowView;
import dev.docket.dto.models.SliceComparison;
import dev.docket.dto.models.TrainRequest;
import dev.docket.dto.models.TrainingRunView;
import dev.docket.dto.models.WatchSettings;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.quality.Estimate;
import dev.docket.dto.quality.PersonName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A floor with models on their way, in memory.
final class FakeModelsApi implements ModelsApi, TrainingApi, EvaluationApi, ReleaseApi, WatchingApi {
    static final String TRAINING = "019ab000-0000-7000-8000-000000000002";
    static final String CANDIDATE = "heads-2026-11-20.2";
    static final String CHAMPION = "heads-2026-09-01.1";
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
    private static final List<String> LABELS = List.of("toxicity", "harassment", "hate", "threat", "spam");
    private static final double[] OWN = {0.912, 0.861, 0.742, 0.588, 0.951};
    private static final double[] GAIN = {0.004, 0.021, 0.063, -0.048, 0.002};

    final List<ModelView> models = new ArrayList<>(List.of(
            model("heads-2026-11-21.3", "With November", ModelState.CANDIDATE, CANDIDATE, List.of()),
            model(CANDIDATE, "Hate, with appeals", ModelState.SHADOW, CHAMPION, List.of("8")),
            model(CHAMPION, "Shipped heads", ModelState.CHAMPION, null, List.of()),
            model("heads-2026-08-01.0", "August", ModelState.RETIRED, null, List.of())));
    final List<TrainRequest> trained = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<String> evaluated = new ArrayList<>();
    final List<String> settled = new ArrayList<>();
    boolean passes;
    boolean offline;
    boolean evaluatedYet = true;
    boolean measuredYet = true;

    @Nullable String refuses;

    WatchSettings shares = new WatchSettings(0.05, 0);

    static ModelView model(
            String version, String name, ModelState state, @Nullable String parent, List<String> approvedBy) {
        return model(version, name, state, parent, approvedBy, state == ModelState.CANARY ? 0.1 : null);
    }

    static ModelView model(
            String version,
            String name,
            ModelState state,
            @Nullable String parent,
            List<String> approvedBy,
            @Nullable Double share) {
        return new ModelView(
                version,
                name,
                "heads",
                state,
                THEN,
                parent,
                LABELS,
                parent == null ? ModelOrigin.SHIPPED : ModelOrigin.TRAINED,
                parent == null ? null : "ls-2026-11-20-3",
                "Apache-2.0",
                THEN,
                parent == null ? null : new PersonName("7", "Mel Learner"),
                Map.of(),
                List.of(),
                false,
                approvedBy.stream()
                        .map(id -> new ModelView.Approval(new PersonName(id, "Sue Pervisor"), THEN))
                        .toList(),
                2,
                share,
                state == ModelState.CHAMPION ? "heads-2026-08-01.0" : null,
                null,
                state == ModelState.CHAMPION);
    }

    @Override
    public List<ModelView> models() throws ApiProblem, Offline {
        check();
        return List.copyOf(models);
    }

    @Override
    public JobView train(TrainRequest request) throws ApiProblem, Offline {
        check();
        trained.add(request);
        return FakeJobsApi.job("019ab000-0000-7000-8000-000000000009", "training", JobState.QUEUED, 0, null);
    }

    @Override
    public TrainingRunView run(String modelVersion) throws ApiProblem, Offline {
        check();
        return new TrainingRunView(
                modelVersion,
                "Hate, with appeals",
                UUID.fromString(TRAINING),
                CHAMPION,
                "ls-2026-11-20-3",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                "0.5.0",
                1,
                0.5,
                null,
                9_944,
                1_243,
                List.of(
                        new TrainingRunView.TrainedLabel("harassment", 1_930, 7_400, 0.01, 0.903, 0.921),
                        new TrainingRunView.TrainedLabel("hate", 512, 8_700, 0.1, 0.842, 0.917),
                        new TrainingRunView.TrainedLabel("threat", 70, 9_100, 1, 0.881, 0.869)),
                List.of(
                        new GuardEffect("moderator-cap", 412, 0, 0.021, List.of(), List.of(UUID.randomUUID()), ""),
                        new GuardEffect("golden-disagreement", 96, 31, 0.008, List.of(), List.of(), ""),
                        new GuardEffect("outlier", 40, 40, 0.004, List.of(), List.of(), "")),
                null,
                THEN,
                THEN.plusSeconds(214),
                214_000);
    }

    @Override
    public EvaluationView evaluation(String version) throws ApiProblem, Offline {
        check();
        evaluated.add(version);
        if (!evaluatedYet) {
            throw problem("not-found", 404);
        }
        boolean champion = version.equals(CHAMPION);
        var slices = new ArrayList<EvaluationSlice>();
        var against = new ArrayList<SliceComparison>();
        for (int at = 0; at < LABELS.size(); at++) {
            double value = champion ? OWN[at] - GAIN[at] : OWN[at];
            slices.add(slice(LABELS.get(at), null, null, null, value, 1_244));
            against.add(comparison(LABELS.get(at), null, GAIN[at], 1_244));
        }
        slices.add(slice("hate", "en", null, null, champion ? 0.69 : 0.771, 820));
        slices.add(slice("hate", "de", null, null, champion ? 0.74 : 0.702, 290));
        slices.add(slice("hate", "es", null, null, 0.61, 102));
        slices.add(slice("hate", null, "forum", null, 0.75, 990));
        slices.add(slice("hate", null, null, "short", 0.66, 340));
        against.add(comparison("hate", "en", 0.081, 820));
        against.add(comparison("hate", "de", -0.038, 290));
        return new EvaluationView(
                version,
                "ls-2026-11-20-3",
                "test",
                CHAMPION,
                1_244,
                slices,
                champion ? List.of() : against,
                LABELS.stream().map(label -> curve(label, champion)).toList(),
                List.of(new IdentitySwap(
                        "hate",
                        60,
                        0.062,
                        0.211,
                        List.of(
                                new IdentitySwap.TermScore("muslim", 0.281),
                                new IdentitySwap.TermScore("gay", 0.262),
                                new IdentitySwap.TermScore("women", 0.231),
                                new IdentitySwap.TermScore("teachers", 0.219)))),
                List.of(
                        new Evasion("hate", "leetspeak", 118, new Estimate(0.81, 0.73, 0.87)),
                        new Evasion("hate", "spacing", 118, new Estimate(0.92, 0.86, 0.96)),
                        new Evasion("hate", "homoglyphs", 118, new Estimate(0.95, 0.89, 0.98))),
                THEN);
    }

    @Override
    public WatchSettings settings() throws ApiProblem, Offline {
        check();
        return shares;
    }

    @Override
    public WatchSettings set(WatchSettings wanted) throws ApiProblem, Offline {
        check();
        shares = wanted;
        return wanted;
    }

    @Override
    public JobView evaluate(String version, String labelSet) throws ApiProblem, Offline {
        check();
        done.add("evaluate " + version + " on " + labelSet);
        return FakeJobsApi.job("019ab000-0000-7000-8000-000000000006", "evaluation", JobState.QUEUED, 0, null);
    }

    private static EvaluationSlice slice(
            String label,
            @Nullable String language,
            @Nullable String source,
            @Nullable String slice,
            double value,
            long n) {
        double half = 0.7 / Math.sqrt(n);
        long positives = n / 9;
        return new EvaluationSlice(
                label,
                language,
                source,
                slice,
                n,
                positives,
                around(0.93, half / 2),
                around(value, half),
                around(value - 0.06, half),
                around(value - 0.02, half),
                around(value - 0.1, half),
                0.021,
                0.5,
                List.of(List.of(n - positives - 34, 34L), List.of(positives / 4, positives - positives / 4)),
                n * 0.6,
                new EvaluationSlice.Unweighted(
                        around(0.94, half / 2),
                        around(value + 0.03, half),
                        around(value - 0.04, half),
                        around(value, half),
                        around(value - 0.07, half),
                        0.019));
    }

    private static Estimate around(double value, double half) {
        return new Estimate(value, Math.max(0, value - half), Math.min(1, value + half));
    }

    private static SliceComparison comparison(String label, @Nullable String language, double gain, long n) {
        double half = 0.5 / Math.sqrt(n);
        return new SliceComparison(
                label,
                language,
                null,
                n,
                n / 9,
                new Estimate(gain / 2, gain / 2 - half, gain / 2 + half),
                new Estimate(gain, gain - half, gain + half),
                new Estimate(gain, gain - half, gain + half),
                -0.004,
                false,
                null);
    }

    private static LabelCurve curve(String label, boolean champion) {
        var bins = new ArrayList<LabelCurve.ReliabilityBin>();
        var points = new ArrayList<LabelCurve.PrecisionRecall>();
        for (int at = 0; at < 10; at++) {
            double score = at / 10.0 + 0.05;
            double share = champion ? Math.min(1, score * score + 0.08) : Math.min(1, score + (at % 3 - 1) * 0.03);
            bins.add(new LabelCurve.ReliabilityBin(at / 10.0, (at + 1) / 10.0, 420 / (at + 1), score, share, null));
        }
        for (int at = 0; at <= 20; at++) {
            double recall = at / 20.0;
            double precision = 1 - Math.pow(recall, champion ? 3 : 5) * 0.8;
            points.add(new LabelCurve.PrecisionRecall(1 - recall, precision, recall));
        }
        return new LabelCurve(label, bins, points);
    }

    @Override
    public Page<Disagreement> disagreements(String version, String label, @Nullable String after)
            throws ApiProblem, Offline {
        check();
        return new Page<>(
                List.of(
                        disagreement("1", label, 0.03, 0.41, 1, "Go back to where you came from, all of you."),
                        disagreement("2", label, 0.97, 0.93, 0, "They call each other that themselves, and laugh."),
                        disagreement("3", label, 0.91, null, 0, null)),
                null);
    }

    private static Disagreement disagreement(
            String id, String label, double score, @Nullable Double champion, double truth, @Nullable String text) {
        return new Disagreement(
                UUID.fromString("019ab3f0-5c1e-7a44-9a01-0c2f5be0000" + id),
                label,
                score,
                champion,
                truth,
                Math.abs(score - truth),
                "en",
                "forum",
                text);
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        throw problem("not-found", 404);
    }

    @Override
    public ModelView shadow(String version) throws ApiProblem, Offline {
        return becomes("shadow", version, ModelState.SHADOW, null);
    }

    @Override
    public ModelView approve(String version) throws ApiProblem, Offline {
        check();
        done.add("approve " + version);
        models.replaceAll(one -> one.version().equals(version)
                ? model(version, one.name(), one.state(), one.parent(), List.of("8", "7"), one.canaryShare())
                : one);
        return models.getFirst();
    }

    @Override
    public ModelView promote(String version) throws ApiProblem, Offline {
        return becomes("promote", version, ModelState.CANARY, 0.1);
    }

    @Override
    public ModelView rollBack(String version, String reason) throws ApiProblem, Offline {
        return becomes("roll-back (" + reason + ")", version, ModelState.CANDIDATE, null);
    }

    private ModelView becomes(String deed, String version, ModelState state, @Nullable Double share)
            throws ApiProblem, Offline {
        check();
        done.add(deed + " " + version);
        models.replaceAll(one -> one.version().equals(version)
                ? model(version, one.name(), state, one.parent(), List.of("8", "7"), share)
                : one);
        return models.getFirst();
    }

    @Override
    public ShadowView compared(String version) throws ApiProblem, Offline {
        check();
        var half = new Estimate(0.9, 0.87, 0.93);
        return new ShadowView(
                version,
                CHAMPION,
                THEN,
                48_210,
                1_920,
                410,
                List.of(
                        new ShadowView.OfLabel("harassment", null, 1_920, 410, half, half, difference(0.012)),
                        new ShadowView.OfLabel("hate", null, 1_920, 122, half, half, difference(0.034)),
                        new ShadowView.OfLabel("hate", "de", 310, 31, half, half, difference(-0.041)),
                        new ShadowView.OfLabel("threat", null, 1_920, 19, half, half, difference(-0.003))));
    }

    private static Estimate difference(double value) {
        return new Estimate(value, value - 0.018, value + 0.018);
    }

    @Override
    public GatesView gates(String version) throws ApiProblem, Offline {
        check();
        return new GatesView(
                version,
                CHAMPION,
                THEN,
                passes,
                List.of(
                        gate("label-set-quality", null, 1.0, 1, true, "The set's gates passed."),
                        gate("evaluation", null, 0.014, 0, true, "0.014 better over all labels, at least 0.006."),
                        gate(
                                "evaluation-label",
                                "threat",
                                -0.062,
                                -0.02,
                                passes,
                                "It may be 0.062 worse at threats. Train with more of them, or leave the label out."),
                        gate("calibration", "hate", 0.021, 0.05, true, "Expected calibration error 0.021."),
                        gate("shadow-volume", null, 1_920.0, 500, true, "1,920 decisions."),
                        gate("latency", null, 1.08, 1.2, true, "8 % slower than the champion."),
                        gate("faults", null, null, 0, passes, "It was not in the shadow long enough to say.")));
    }

    private static GateView gate(
            String key, @Nullable String label, @Nullable Double value, double limit, boolean passed, String detail) {
        return new GateView(key, label, null, value, null, null, limit, 1_244, passed, detail, phrase(key, passed));
    }

    private static Phrase phrase(String key, boolean passed) {
        String gate = key.equals("evaluation-label") ? "not-worse" : key;
        return new Phrase("release." + gate + (passed ? ".holds" : ".fails"));
    }

    @Override
    public JobView rescore() throws ApiProblem, Offline {
        check();
        done.add("rescore");
        return FakeJobsApi.job("019ab000-0000-7000-8000-000000000008", "rescoring", JobState.QUEUED, 0, null);
    }

    @Override
    public DriftView drift() throws ApiProblem, Offline {
        check();
        return new DriftView(
                CHAMPION,
                THEN,
                THEN.minusSeconds(86_400 * 30),
                THEN.minusSeconds(86_400 * 16),
                THEN.minusSeconds(86_400 * 7),
                THEN,
                0.2,
                measuredYet ? measures() : List.of(),
                measuredYet && settled.isEmpty()
                        ? List.of(new DriftView.Proposal(
                                "p1",
                                CHAMPION,
                                List.of(
                                        "Scores have changed: hate in de (PSI 0.31)",
                                        "People disagree with it more often than at first: by 4.0 points (1.2 to 6.8)"),
                                List.of(
                                        new Phrase(
                                                "drift.score.language",
                                                Map.of("figurePsi", 0.311),
                                                Map.of("label", "hate", "language", "de")),
                                        new Phrase(
                                                "drift.worse",
                                                Map.of("share", 0.04, "shareFrom", 0.012, "shareTo", 0.068))),
                                THEN,
                                null,
                                null))
                        : List.of());
    }

    private static List<DriftView.Measure> measures() {
        return List.of(
                measure("SCORE", "hate", "de", 0.311, true),
                measure("SCORE", "harassment", null, 0.062, false),
                measure("SCORE", "spam", "en", 0.148, false),
                measure("LABEL", "hate", null, 0.092, false),
                measure("INPUT", "length", null, 0.224, true),
                measure("INPUT", "embedding", "es", 0.181, false),
                measure("INPUT", "language", null, 0.034, false));
    }

    private static DriftView.Measure measure(
            String kind, String about, @Nullable String language, double psi, boolean alert) {
        var bins = new ArrayList<DriftView.Bin>();
        for (int at = 0; at < 12; at++) {
            double then = Math.exp(-at / 3.0) * 0.28;
            bins.add(new DriftView.Bin(at == 11 ? null : (at + 1) / 12.0, null, then, then * (1 + psi * (at - 4) / 2)));
        }
        return new DriftView.Measure(kind, about, language, psi, 0.08, 0.012, 18_400, 4_210, bins, alert);
    }

    @Override
    public JobView measureDrift() throws ApiProblem, Offline {
        check();
        done.add("drift");
        return FakeJobsApi.job("019ab000-0000-7000-8000-000000000007", "drift", JobState.QUEUED, 0, null);
    }

    @Override
    public DriftView.Proposal settle(String proposalId) throws ApiProblem, Offline {
        check();
        settled.add(proposalId);
        return new DriftView.Proposal(
                proposalId, CHAMPION, List.of(), List.of(), THEN, new PersonName("7", "Mel"), THEN);
    }

    @Override
    public Insight panel(String name, int days) throws ApiProblem, Offline {
        check();
        var figures = List.of(
                figure("all", null, 0.91, false), figure("en", null, 0.93, false), figure("de", null, 0.84, true));
        return new Insight(
                name,
                THEN.minusSeconds(86_400),
                THEN,
                Insight.Shape.ROWS,
                Insight.Unit.SHARE,
                null,
                name.equals("exploration") ? List.of() : figures);
    }

    private static Insight.Figure figure(String key, @Nullable String name, double value, boolean missed) {
        return new Insight.Figure(key, name, null, value, value - 0.04, value + 0.03, 812, null, missed);
    }

    private void check() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            throw problem(refuses, 409);
        }
    }

    private static ApiProblem problem(String slug, int status) {
        return new ApiProblem(
                new Problem(Problem.TYPE_PREFIX + slug, "", status, "The floor's own words.", null, List.of()));
    }
}
