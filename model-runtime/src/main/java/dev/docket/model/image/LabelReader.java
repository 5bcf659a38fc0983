package dev.docket.model.image;

import dev.docket.model.LabelScore;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImageManifest;
import dev.docket.model.onnx.ImageGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns what an image model says of its own classes into scores of labels.
final class LabelReader {
    private final ImageManifest manifest;

    LabelReader(ImageManifest manifest) {
        this.manifest = manifest;
    }

    /// The outputs to be fetched; a map costs next to nothing, but need not be copied when
    /// nobody asks.
    List<String> outputs() {
        var output = manifest.output();
        var names = new ArrayList<>(List.of(output.classes()));
        if (output.explains()) {
            names.addAll(Arrays.asList(output.map(), output.bias(), output.logits()));
        }
        return names;
    }

    ImageScores read(Map<String, ImageGraph.Values> results, boolean explain) throws ModelFault {
        double[] probabilities = probabilities(results.get(manifest.output().classes()));
        var scores = new ArrayList<LabelScore>();
        var maps = new HashMap<String, ActivationMap>();
        for (int label = 0; label < manifest.labels().size(); label++) {
            var name = manifest.labels().get(label);
            var classes = manifest.classesOf().getOrDefault(name, List.of()).stream()
                    .map(manifest.classes()::indexOf)
                    .toList();
            double probability = manifest.output().values().together(probabilities, classes);
            double score = manifest.calibration().get(label).score(Math.log(probability / (1 - probability)));
            if (!(score >= 0 && score <= 1)) {
                throw new ModelFault("The image model gave no score between 0 and 1");
            }
            scores.add(new LabelScore(name, score, manifest.version()));
            if (explain && manifest.output().explains()) {
                maps.put(name, map(results, likeliest(probabilities, classes)));
            }
        }
        return new ImageScores(scores, maps);
    }

    private double[] probabilities(ImageGraph.@Nullable Values values) throws ModelFault {
        if (values == null || values.numbers().length != manifest.classes().size()) {
            throw new ModelFault("The image model does not give one number for each of its classes");
        }
        return manifest.output().values().probabilities(values.numbers());
    }

    private static int likeliest(double[] probabilities, List<Integer> classes) {
        int likeliest = classes.getFirst();
        for (int index : classes) {
            if (probabilities[index] > probabilities[likeliest]) {
                likeliest = index;
            }
        }
        return likeliest;
    }

    private ActivationMap map(Map<String, ImageGraph.Values> results, int index) throws ModelFault {
        var output = manifest.output();
        var map = results.get(output.map());
        var bias = results.get(output.bias());
        var logits = results.get(output.logits());
        int classes = manifest.classes().size();
        if (map == null
                || bias == null
                || logits == null
                || map.shape().length != 4
                || map.shape()[1] != classes
                || bias.numbers().length != classes
                || logits.numbers().length != classes) {
            throw new ModelFault("The image model's map does not fit its classes");
        }
        int rows = (int) map.shape()[2];
        int columns = (int) map.shape()[3];
        int cells = rows * columns;
        return new ActivationMap(
                manifest.classes().get(index),
                rows,
                columns,
                Arrays.copyOfRange(map.numbers(), index * cells, (index + 1) * cells),
                bias.numbers()[index],
                logits.numbers()[index]);
    }
}
