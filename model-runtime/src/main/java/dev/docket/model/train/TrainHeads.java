package dev.docket.model.train;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.EncoderFile;
import dev.docket.model.artifact.Manifest.EncoderBinding;
import dev.docket.model.head.Calibration;
import dev.docket.model.onnx.ActivationScales;
import dev.docket.model.onnx.Encoder;
import dev.docket.model.onnx.EncoderGraph;
import dev.docket.model.onnx.RangeProbe;
import dev.docket.model.text.WordPiece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Makes the model package that ships with Docket.
///
/// `TrainHeads <data folder> <output folder> <seed> <cache folder> [<most texts>]`; equal arguments give equal bytes.
public final class TrainHeads {
    private static final String ENCODER = "all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "all-minilm-l6-v2-q-tokenizer.json";
    private static final int WINDOW = 126;
    private static final int PROBES = 400;

    private TrainHeads() {}

    public static void main(String[] arguments) throws IOException, ModelFault {
        var output = Path.of(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        var cache = Path.of(arguments[3]);
        var corpus = Corpus.read(Path.of(arguments[0]), seed);
        Progress.report("%d texts", corpus.size());
        var wordPiece = WordPiece.read(ClassPath.read(VOCABULARY));
        var binding = binding(corpus, wordPiece);
        Progress.report("encoder %s", binding.sha256());
        var embeddings = new Embeddings(cache, binding.sha256(), wordPiece, WINDOW);
        int most = arguments.length > 4 ? Integer.parseInt(arguments[4]) : corpus.size();
        var examples = corpus.subList(0, most);
        try (var encoder = Encoder.open(EncoderFile.prepare(binding, cache), false)) {
            embeddings.add(examples.stream().map(Example::text).toList(), encoder);
        }
        var theta = fit(examples, embeddings, seed);
        PackageFolder.write(output, binding, WINDOW, theta, calibrations(theta, examples, embeddings), seed);
    }

    private static EncoderBinding binding(List<Example> corpus, WordPiece wordPiece) throws ModelFault {
        byte[] published = ClassPath.read(ENCODER);
        var graph = EncoderGraph.read(published);
        var samples = corpus.stream()
                .filter(example -> example.split() == Split.TRAINING)
                .limit(PROBES)
                .map(example -> wordPiece.tokenize(example.text()))
                .map(tokens -> wordPiece.mark(tokens.slice(0, Math.min(tokens.size(), WINDOW))))
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

    private static double[][] fit(List<Example> examples, Embeddings embeddings, long seed) {
        var vectors = new ArrayList<short[]>();
        var targets = new ArrayList<float[]>();
        var weights = new ArrayList<float[]>();
        var negatives = new ExtraNegatives(seed);
        for (var example : examples) {
            if (example.split() == Split.TRAINING) {
                vectors.add(embeddings.of(example.text()));
                targets.add(negatives.complete(example));
                weights.add(negatives.weights(example));
            }
        }
        var regression = new LogisticRegression(Encoder.DIMENSION, Corpus.LABELS.size(), 15, 0.01, 1e-5, seed);
        return regression.fit(vectors, targets, weights);
    }

    private static List<Calibration> calibrations(double[][] theta, List<Example> examples, Embeddings embeddings) {
        var calibrations = new ArrayList<Calibration>();
        for (int label = 0; label < theta.length; label++) {
            calibrations.add(new Calibration(1, 0));
        }
        return calibrations;
    }
}
