package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.Manifest.EncoderBinding;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import dev.docket.model.onnx.ActivationScales;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.EncoderGraph;
import dev.docket.model.onnx.RangeProbe;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.WordPiece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the model package that ships with Docket.
///
/// `TrainHeads <data folder> <output folder> <seed> <cache folder>`; equal arguments give equal bytes.
public final class TrainHeads {
    private static final String ENCODER = "all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "all-minilm-l6-v2-q-tokenizer.json";
    static final Windows WINDOWS = new Windows(126, 32, 32);
    private static final HeadTraining.Settings SETTINGS = new HeadTraining.Settings(18, 7, 0.01, 0.1, 1e-5, 1e-5);

    /// Share of positives expected where the heads will work, label by label: well below that
    /// of the sources, well above that of an unfiltered stream, where a score of 0.5 would be
    /// next to never reached.
    static final double[] PRIORS = {0.45, 0.35, 0.3, 0.1, 0.12, 0.3, 0.15, 0.05};

    private static final int PROBES = 400;

    private TrainHeads() {}

    public static void main(String[] arguments) throws IOException, ModelFault {
        var output = Path.of(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        var cache = Path.of(arguments[3]);
        var corpus = Corpus.read(Path.of(arguments[0]), seed);
        Progress.report("%d texts", corpus.size());
        var wordPiece = WordPiece.read(ClassPath.read(VOCABULARY));
        var binding = binding(output, corpus, wordPiece);
        Progress.report("encoder %s", binding.sha256());
        var embeddings = new Embeddings(cache, binding.sha256(), wordPiece, WINDOWS);
        try (var encoder = Encoder.open(EncoderFile.prepare(binding, cache), false)) {
            embeddings.add(corpus.stream().map(Example::text).toList(), encoder);
        }
        var weak = new WeakLabels(seed);
        var samples = corpus.stream()
                .map(example -> Sample.of(example, embeddings, weak, SETTINGS.bits()))
                .toList();
        var fitted = HeadTraining.fit(of(samples, Split.TRAINING), SETTINGS, seed);
        var heads = fitted.calibrated(calibrations(fitted, of(samples, Split.VALIDATION)));
        var evaluation = new Evaluation(heads, of(samples, Split.TEST));
        byte[] summary = summary(heads, of(samples, Split.TRAINING)).bytes();
        new PackageFolder(output).write(binding, WINDOWS, heads, evaluation, summary, seed);
        evaluation.byLabel().forEach((label, figures) -> Progress.report("%s %s", label, figures));
    }

    /// What the heads have to hold on to when they are retrained on other texts.
    private static Replay summary(Heads heads, List<Sample> training) {
        var gathering =
                new Replay.Gathering(heads.labels().size(), heads.lexicon().bits());
        for (var sample : training) {
            gathering.text(sample.vector(), sample.buckets(), sample.values());
            for (int label = 0; label < heads.labels().size(); label++) {
                if (sample.knows(label)) {
                    gathering.label(label, HeadTraining.logit(heads, sample, label), sample.weights()[label]);
                }
            }
        }
        return gathering.summary();
    }

    private static List<Sample> of(List<Sample> samples, Split split) {
        return samples.stream()
                .filter(sample -> sample.example().split() == split)
                .toList();
    }

    static List<Calibration> calibrations(Heads heads, List<Sample> validation) {
        var calibrations = new ArrayList<Calibration>();
        for (int label = 0; label < heads.labels().size(); label++) {
            calibrations.add(calibration(heads, validation, label));
        }
        return calibrations;
    }

    private static Calibration calibration(Heads heads, List<Sample> validation, int label) {
        var rows = validation.stream().filter(sample -> sample.knows(label)).toList();
        var logits = new double[rows.size()];
        var truths = new double[rows.size()];
        var weights = new double[rows.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = HeadTraining.logit(heads, rows.get(i), label);
            truths[i] = rows.get(i).targets()[label];
            weights[i] = rows.get(i).weights()[label];
        }
        return CalibrationFit.fit(logits, truths, weights, PRIORS[label]);
    }

    /// The encoder of the package that is being replaced; measured afresh only where there is none.
    private static EncoderBinding binding(Path output, List<Example> corpus, WordPiece wordPiece)
            throws IOException, ModelFault {
        var previous = output.resolve(ModelPackage.MANIFEST);
        return Files.exists(previous)
                ? ModelPackage.manifest(Files.readAllBytes(previous)).encoder()
                : measured(corpus, wordPiece);
    }

    private static EncoderBinding measured(List<Example> corpus, WordPiece wordPiece) throws ModelFault {
        byte[] published = ClassPath.read(ENCODER);
        var graph = EncoderGraph.read(published);
        var samples = corpus.stream()
                .filter(example -> example.split() == Split.TRAINING)
                .limit(PROBES)
                .map(example -> wordPiece.tokenize(example.text()))
                .map(tokens -> wordPiece.mark(tokens.slice(0, Math.min(tokens.size(), WINDOWS.size()))))
                .toList();
        ActivationScales scales = RangeProbe.measure(graph, samples);
        return new EncoderBinding(
                "all-MiniLM-L6-v2 int8 (fixed scales)",
                ENCODER,
                VOCABULARY,
                Checksum.of(published),
                Checksum.of(graph.frozen(scales)),
                scales.scales(),
                scales.zeroPoints());
    }
}
