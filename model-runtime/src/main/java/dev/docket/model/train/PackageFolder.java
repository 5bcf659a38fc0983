package dev.docket.model.train;

import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.Manifest;
import dev.docket.model.artifact.Manifest.EncoderBinding;
import dev.docket.model.artifact.Manifest.Preprocessing;
import dev.docket.model.artifact.Manifest.Provenance;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.head.Calibration;
import dev.docket.model.head.Heads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a model package.
final class PackageFolder {
    private static final int OVERLAP = 32;
    private static final int MOST_WINDOWS = 32;

    private PackageFolder() {}

    static void write(
            Path folder,
            EncoderBinding binding,
            int window,
            double[][] theta,
            List<Calibration> calibrations,
            long seed)
            throws IOException {
        Files.createDirectories(folder);
        byte[] weights = ModelPackage.weights(heads(theta, calibrations));
        Files.write(folder.resolve(ModelPackage.WEIGHTS), weights);
        var sources = new TreeMap<String, String>();
        Source.ALL.forEach(source -> sources.put(source.name(), source.licence()));
        var manifest = new Manifest(
                "docket-text",
                "docket-text-1",
                "heads",
                Corpus.LABELS,
                binding,
                new Preprocessing(window, OVERLAP, MOST_WINDOWS),
                calibrations,
                Map.of(ModelPackage.WEIGHTS, Checksum.of(weights)),
                "Apache-2.0",
                new Provenance(TrainHeads.class.getName(), seed, sources),
                null,
                Map.of());
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(ModelPackage.MANIFEST), json.writeValueAsBytes(manifest));
    }

    private static Heads heads(double[][] theta, List<Calibration> calibrations) {
        var weights = new float[theta.length][];
        var biases = new double[theta.length];
        for (int label = 0; label < theta.length; label++) {
            int dimension = theta[label].length - 1;
            weights[label] = new float[dimension];
            for (int d = 0; d < dimension; d++) {
                weights[label][d] = (float) theta[label][d];
            }
            biases[label] = theta[label][dimension];
        }
        return new Heads(Corpus.LABELS, weights, biases, calibrations);
    }
}
