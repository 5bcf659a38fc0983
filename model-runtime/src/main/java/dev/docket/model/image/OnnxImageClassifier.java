package dev.docket.model.image;

import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.onnx.Crew;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.picture.Frame;
import java.util.List;
import java.util.stream.Stream;

/// One image model and as many workers as there are cores, a frame at a time on each.
///
/// Batches would gain nothing on a CPU, and frames that are never together cannot depend on one
/// another.
final class OnnxImageClassifier implements ImageClassifier {
    private final InputTensor input;
    private final LabelReader labels;
    private final ModelDescription description;
    private final Crew<ImageGraph, ImageGraph.Worker> crew;

    private OnnxImageClassifier(ImagePackage model, LabelReader labels, ImageGraph graph, int workers) {
        var manifest = model.manifest();
        this.labels = labels;
        input = new InputTensor(manifest.input());
        description = new ModelDescription(
                manifest.version(),
                manifest.name(),
                manifest.files().getOrDefault(manifest.model(), ""),
                manifest.labels(),
                graph.provider());
        crew = new Crew<>(
                "image-inference",
                graph,
                Stream.generate(graph::newWorker).limit(workers).toList());
    }

    static OnnxImageClassifier open(ImagePackage model, Tuning tuning) throws ModelFault {
        var labels = new LabelReader(model.manifest());
        var graph = ImageGraph.open(model.model(), model.manifest().input().name(), labels.outputs(), tuning.setup());
        var classifier = new OnnxImageClassifier(model, labels, graph, tuning.workers());
        classifier.warmUp();
        return classifier;
    }

    /// Also finds out a model that does not fit its manifest.
    private void warmUp() throws ModelFault {
        try {
            classify(List.of(new Frame(0, 2, 2, new int[4])), true);
        } catch (ModelFault e) {
            close();
            throw e;
        }
    }

    @Override
    public List<ImageScores> classify(List<Frame> frames, boolean explain) throws ModelFault {
        return crew.each(
                frames, (worker, frame, run) -> labels.read(worker.run(input.of(frame), input.shape(), run), explain));
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
