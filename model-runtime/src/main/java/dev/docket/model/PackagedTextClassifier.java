package dev.docket.model;

import dev.docket.model.artifact.TextManifest;
import dev.docket.model.artifact.TextPackage;
import dev.docket.model.onnx.Crew;
import dev.docket.model.onnx.TextGraph;
import dev.docket.model.text.Windows;
import dev.docket.model.tokenizer.Tokenizer;
import dev.docket.model.tokenizer.TokenizerFile;
import dev.docket.model.tokenizer.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// A text model that somebody brought as a package. It has no explanations: what happens
/// between its tokens and its classes is its own affair.
final class PackagedTextClassifier implements Classifier {
    private final TextManifest manifest;
    private final Tokenizer tokenizer;
    private final Windows windows;
    private final ModelDescription description;
    private final Crew<TextGraph, TextGraph> crew;

    private PackagedTextClassifier(TextPackage model, Tokenizer tokenizer, TextGraph graph, Tuning tuning) {
        manifest = model.manifest();
        this.tokenizer = tokenizer;
        int size = manifest.input().mostTokens() - tokenizer.marks();
        windows = ServedHeads.windows(size, size / 4, tuning);
        description = new ModelDescription(
                manifest.version(),
                manifest.name(),
                manifest.files().getOrDefault(manifest.model(), ""),
                manifest.labels(),
                graph.provider(),
                List.of(),
                windows.toString());
        crew = new Crew<>("text-inference", graph, Collections.nCopies(tuning.workers(), graph));
    }

    static PackagedTextClassifier open(TextPackage model, Tuning tuning) throws ModelFault {
        var tokenizer = TokenizerFile.read(model.tokenizer());
        var input = model.manifest().input();
        var names = new TextGraph.Names(
                input.ids(),
                input.mask(),
                input.types(),
                input.positions(),
                model.manifest().output().classes());
        var graph = TextGraph.open(model.model(), names, tuning.setup());
        var classifier = new PackagedTextClassifier(model, tokenizer, graph, tuning);
        classifier.warmUp();
        return classifier;
    }

    /// Also finds out a model that does not fit its manifest: on no text, on a short one and on
    /// one of all windows.
    private void warmUp() throws ModelFault {
        try {
            classify(List.of("", "warm up", "up ".repeat(windows.size())), false);
        } catch (ModelFault e) {
            close();
            throw e;
        }
    }

    @Override
    public List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault {
        var pieces = new ArrayList<Tokens>();
        var counts = new int[texts.size()];
        for (int text = 0; text < counts.length; text++) {
            var picked = windows.pick(windows.cut(texts.get(text), tokenizer.tokenize(texts.get(text))), window -> 0);
            picked.forEach(window -> pieces.add(tokenizer.mark(window.tokens())));
            counts[text] = picked.size();
        }
        var scores = crew.each(pieces, (graph, tokens, run) -> scores(graph.run(tokens, run)));
        var results = new ArrayList<TextScores>();
        int next = 0;
        for (int count : counts) {
            results.add(worst(scores.subList(next, next + count)));
            next += count;
        }
        return results;
    }

    /// One window's, label by label.
    private double[] scores(float[] output) throws ModelFault {
        if (output.length != manifest.classes().size()) {
            throw new ModelFault("The text model gives %d numbers for its %d classes"
                    .formatted(output.length, manifest.classes().size()));
        }
        var values = manifest.output().values();
        double[] probabilities = values.probabilities(output);
        var scores = new double[manifest.labels().size()];
        for (int label = 0; label < scores.length; label++) {
            var classes = manifest.classesOf().getOrDefault(manifest.labels().get(label), List.of()).stream()
                    .map(manifest.classes()::indexOf)
                    .toList();
            double probability = values.together(probabilities, classes);
            scores[label] = manifest.calibration().get(label).score(Math.log(probability / (1 - probability)));
            if (!(scores[label] >= 0 && scores[label] <= 1)) {
                throw new ModelFault("The text model gave no score between 0 and 1");
            }
        }
        return scores;
    }

    private TextScores worst(List<double[]> windows) {
        var scores = new ArrayList<LabelScore>();
        for (int label = 0; label < manifest.labels().size(); label++) {
            int index = label;
            double worst =
                    windows.stream().mapToDouble(window -> window[index]).max().orElse(0);
            scores.add(new LabelScore(manifest.labels().get(label), worst, manifest.version()));
        }
        return new TextScores(scores, Map.of(), windows.size(), null);
    }

    @Override
    public ModelDescription describe() {
        return description;
    }

    @Override
    public void close() {
        crew.close();
    }
}
