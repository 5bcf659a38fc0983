package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.head.Lexicon;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.WordPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Retrains heads on people's findings, beginning at a base and held by what the base has learned.
///
/// The texts are read through the base's own frozen encoder, in a session of its own on the
/// caller's thread. Each label is then a convex problem of its own (see [LabelFit]), so the result
/// depends on the rows and the seed alone. How hard the base pulls is chosen by cross-validation;
/// the calibration is fitted on the validation rows. Labels that are not asked for stay as they
/// are, bit for bit. A label that the base lacks begins at a head that says nothing, and has
/// the rows alone to learn from.
public final class HeadTrainer {
    /// Training rows that are kept in memory; of more, so many are drawn.
    public static final int MOST_ROWS = 50_000;

    private static final int LEAST_TO_CALIBRATE = 20;
    private static final double READING = 0.6;

    private final ModelPackage base;
    private final Heads beginning;
    private final @Nullable Replay replay;
    private final Path encoders;
    private final TrainingPlan plan;
    private final Watch watch;

    /// @param source of the base's files, for its [Replay]
    /// @param encoders where frozen encoders lie, as for serving
    public HeadTrainer(ModelPackage base, ModelPackage.Source source, Path encoders, TrainingPlan plan, Watch watch)
            throws ModelFault {
        this.base = base;
        this.encoders = encoders;
        this.plan = plan;
        this.watch = watch;
        var more = plan.labels().stream()
                .filter(label -> !base.heads().labels().contains(label))
                .toList();
        beginning = more.isEmpty() ? base.heads() : base.heads().with(more);
        replay = base.manifest().files().containsKey(Replay.FILE)
                ? Replay.read(source.read(Replay.FILE), base.heads()).with(more.size())
                : null;
    }

    private boolean isNew(int label) {
        return label >= base.heads().labels().size();
    }

    /// @param workspace of this training alone; holds vectors of the texts, and is the caller's to
    ///     delete when the training has ended for good
    public TrainedHeads train(LabelledTexts texts, Path workspace) throws ModelFault, IOException {
        var binding = base.manifest().encoder();
        var how = base.manifest().preprocessing();
        var windows = new Windows(how.windowTokens(), how.overlapTokens(), how.mostWindows());
        var wordPiece = WordPiece.read(ClassPath.read(binding.vocabulary()));
        var embeddings = new Embeddings(workspace, binding.sha256(), wordPiece, windows);
        List<Row> training;
        List<Row> validation;
        String digest;
        try (var encoder = Encoder.open(EncoderFile.prepare(binding, encoders), false);
                var first = texts.training();
                var second = texts.validation()) {
            var reader = new RowReader(embeddings, encoder.newWorker(), beginning, plan.seed(), MOST_ROWS);
            training = reader.read(first, this::reading);
            validation = reader.read(second, this::reading);
            digest = reader.digest();
        }
        return fit(training, validation, digest);
    }

    private void reading(int rows) {
        watch.progress(READING * rows / (rows + 2_000.0), new Stage.Reading(rows));
    }

    TrainedHeads fit(List<Row> training, List<Row> validation, String digest) {
        var heads = beginning;
        var summary =
                new Replay.Gathering(heads.labels().size(), heads.lexicon().bits());
        var labels = new ArrayList<TrainedLabel>();
        for (int i = 0; i < plan.labels().size(); i++) {
            String name = plan.labels().get(i);
            double share = READING + (1 - READING) * i / plan.labels().size();
            watch.progress(share, new Stage.Fitting(name));
            int label = heads.labels().indexOf(name);
            var one = new OneLabel(label, knowing(training, label), knowing(validation, label));
            heads = one.fit(heads, () -> watch.progress(share, new Stage.Fitting(name)));
            labels.add(one.result(heads));
        }
        watch.progress(1, new Stage.SummingUp());
        return new TrainedHeads(
                heads,
                labels,
                digest,
                training.size(),
                validation.size(),
                replay != null,
                summary(summary, heads, training).bytes());
    }

    private Replay summary(Replay.Gathering gathering, Heads heads, List<Row> training) {
        for (var row : training) {
            gathering.text(row.vector(), row.buckets(), row.values());
            for (String name : plan.labels()) {
                int label = heads.labels().indexOf(name);
                if (row.knows(label)) {
                    gathering.label(label, row.logit(heads, label), row.weights()[label]);
                }
            }
        }
        return (replay == null ? gathering : gathering.and(replay)).summary();
    }

    private Base beginning() {
        return new Base(beginning, replay);
    }

    private static List<Row> knowing(List<Row> rows, int label) {
        return rows.stream().filter(row -> row.knows(label)).toList();
    }

    /// One label of the base, and the rows that speak of it.
    private final class OneLabel {
        private final int label;
        private final List<Row> training;
        private final List<Row> validation;
        private double pull;
        private Outliers.Found outliers = new Outliers.Found(List.of(), Map.of());
        private double takenAway;
        private double[] unseen = {};

        OneLabel(int label, List<Row> training, List<Row> validation) {
            this.label = label;
            this.training = training;
            this.validation = validation;
        }

        Heads fit(Heads heads, Runnable pulse) {
            double[] weights =
                    training.stream().mapToDouble(row -> row.weights()[label]).toArray();
            var choice = new Folds(training, label, weights, beginning(), plan, pulse).choose();
            if (plan.guarded()) {
                outliers = new Outliers(training, label, choice.probabilities(), plan).find();
                double[] guarded = guarded(weights);
                takenAway = 1
                        - Arrays.stream(guarded).sum()
                                / Math.max(1e-9, Arrays.stream(weights).sum());
                if (takenAway > 0) {
                    weights = guarded;
                    choice = new Folds(training, label, weights, beginning(), plan, pulse).choose();
                }
            }
            pull = choice.pull();
            unseen = choice.probabilities();
            var fit = new LabelFit(training, label, weights, beginning(), plan.replayRatio(), pulse);
            var changed = with(heads, fit, fit.fit(pull, fit.nought()));
            return calibrated(changed, weights);
        }

        private double[] guarded(double[] weights) {
            double[] guarded = weights.clone();
            for (int i = 0; i < guarded.length; i++) {
                for (String rater : training.get(i).raters()) {
                    guarded[i] =
                            Math.min(guarded[i], weights[i] * outliers.raters().getOrDefault(rater, 1.0));
                }
            }
            for (int row : outliers.rows()) {
                guarded[row] = Math.min(guarded[row], weights[row] * Outliers.KEPT);
            }
            return guarded;
        }

        private Heads with(Heads heads, LabelFit fit, double[] change) {
            int labels = heads.labels().size();
            float[][] vectors = heads.weights().clone();
            vectors[label] = vectors[label].clone();
            double[] biases = heads.biases().clone();
            var old = heads.lexicon();
            float[] words = new float[1 << old.bits()];
            for (int bucket = 0; bucket < words.length; bucket++) {
                words[bucket] = (float) old.weight(bucket, label);
            }
            biases[label] = fit.apply(change, vectors[label], words, biases[label]);
            var rounded = Lexicon.round(old.bits(), 1, words);
            float[] scales = old.scales().clone();
            scales[label] = rounded.scales()[0];
            byte[] steps = old.steps().clone();
            for (int bucket = 0; bucket < words.length; bucket++) {
                steps[bucket * labels + label] = rounded.steps()[bucket];
            }
            return new Heads(
                    heads.labels(), vectors, biases, new Lexicon(old.bits(), scales, steps), heads.calibrations());
        }

        /// On the validation rows. Where they have too few of either kind the base's calibration stays;
        /// a head that has none is calibrated on what the folds said of training rows that they had not seen.
        private Heads calibrated(Heads heads, double[] trained) {
            double[] logits = validation.stream()
                    .mapToDouble(row -> row.logit(heads, label))
                    .toArray();
            double[] weights =
                    validation.stream().mapToDouble(row -> row.weights()[label]).toArray();
            if (areEnough(validation)) {
                return calibrated(heads, validation, logits, weights);
            }
            return isNew(label) && areEnough(training)
                    ? calibrated(
                            heads,
                            training,
                            Arrays.stream(unseen).map(OneLabel::logit).toArray(),
                            trained)
                    : heads;
        }

        private boolean areEnough(List<Row> rows) {
            long found = rows.stream().filter(row -> row.positive(label)).count();
            return found >= LEAST_TO_CALIBRATE && rows.size() - found >= LEAST_TO_CALIBRATE;
        }

        private static double logit(double probability) {
            double inside = Math.clamp(probability, 1e-9, 1 - 1e-9);
            return Math.log(inside / (1 - inside));
        }

        private Heads calibrated(Heads heads, List<Row> rows, double[] logits, double[] weights) {
            double[] truths = new double[logits.length];
            double positives = 0;
            double total = 0;
            for (int i = 0; i < logits.length; i++) {
                truths[i] = rows.get(i).targets()[label];
                positives += weights[i] * truths[i];
                total += weights[i];
            }
            var calibrations = new ArrayList<Calibration>(heads.calibrations());
            calibrations.set(label, CalibrationFit.fit(logits, truths, weights, positives / total));
            return heads.calibrated(calibrations);
        }

        TrainedLabel result(Heads heads) {
            int positives =
                    (int) training.stream().filter(row -> row.positive(label)).count();
            return new TrainedLabel(
                    heads.labels().get(label),
                    positives,
                    training.size() - positives,
                    pull,
                    isNew(label) ? Double.NaN : rocAuc(base.heads()),
                    rocAuc(heads),
                    outliers.rows().stream().map(row -> training.get(row).id()).toList(),
                    outliers.raters(),
                    takenAway);
        }

        private double rocAuc(Heads heads) {
            double[] logits = validation.stream()
                    .mapToDouble(row -> row.logit(heads, label))
                    .toArray();
            boolean[] truths = new boolean[logits.length];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = validation.get(i).positive(label);
            }
            return Figures.rocAuc(logits, truths);
        }
    }
}
