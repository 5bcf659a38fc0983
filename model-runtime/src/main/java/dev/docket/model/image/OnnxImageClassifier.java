package dev.docket.model.image;

import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.onnx.Call;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.picture.Frame;
import dev.docket.model.slot.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One image model and as many workers as there are cores, a frame at a time on each.
///
/// Batches would gain nothing on a CPU, and frames that are never together cannot depend on one
/// another.
final class OnnxImageClassifier implements ImageClassifier {
    private static final Logger LOG = LoggerFactory.getLogger(OnnxImageClassifier.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InputTensor input;
    private final LabelReader labels;
    private final ModelDescription description;
    private final Slot<ImageGraph> slot;
    private final BlockingQueue<ImageGraph.Worker> workers;
    private final ExecutorService threads;

    /// A process that ends in the middle of a native computation crashes, so its end waits for
    /// them.
    private final Thread atExit =
            Thread.ofPlatform().name("image-inference-drain").unstarted(this::drain);

    private OnnxImageClassifier(ImagePackage model, LabelReader labels, ImageGraph graph, int workerCount) {
        var manifest = model.manifest();
        this.labels = labels;
        input = new InputTensor(manifest.input());
        description = new ModelDescription(
                manifest.version(),
                manifest.name(),
                manifest.files().getOrDefault(manifest.model(), ""),
                manifest.labels(),
                graph.provider());
        slot = new Slot<>(graph);
        workers = new ArrayBlockingQueue<>(workerCount);
        for (int i = 0; i < workerCount; i++) {
            workers.add(graph.newWorker());
        }
        threads = Executors.newFixedThreadPool(
                workerCount,
                Thread.ofPlatform().daemon().name("image-inference-", 1).factory());
    }

    static OnnxImageClassifier open(ImagePackage model, boolean gpu) throws ModelFault {
        var labels = new LabelReader(model.manifest());
        var graph = ImageGraph.open(model.model(), model.manifest().input().name(), labels.outputs(), gpu);
        int cores = Runtime.getRuntime().availableProcessors();
        var classifier = new OnnxImageClassifier(model, labels, graph, gpu ? 1 : cores);
        classifier.warmUp();
        Runtime.getRuntime().addShutdownHook(classifier.atExit);
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
        try (var lease = slot.lease()) {
            var call = new Call();
            var futures = new ArrayList<Future<ImageScores>>();
            for (var frame : frames) {
                futures.add(threads.submit(() -> classify(frame, call, explain)));
            }
            return results(futures, call);
        }
    }

    private List<ImageScores> results(List<Future<ImageScores>> futures, Call call) throws ModelFault {
        var scores = new ArrayList<ImageScores>();
        try {
            for (var future : futures) {
                scores.add(await(future));
            }
            return scores;
        } catch (ModelFault e) {
            futures.forEach(future -> future.cancel(false));
            call.breakOff();
            throw e;
        }
    }

    /// Holds the session for itself: a run that cannot be broken off may outlast its call.
    private ImageScores classify(Frame frame, Call call, boolean explain) throws ModelFault, InterruptedException {
        var worker = workers.take();
        try (var lease = slot.lease();
                var run = call.start()) {
            return labels.read(worker.run(input.of(frame), input.shape(), run.run()), explain);
        } finally {
            workers.add(worker);
        }
    }

    private static ImageScores await(Future<ImageScores> future) throws ModelFault {
        try {
            return future.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelFault fault ? fault : new ModelFault("A frame failed", e);
        } catch (TimeoutException e) {
            throw new ModelFault("No frame finished within " + PATIENCE.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFault("Interrupted while scoring", e);
        }
    }

    @Override
    public ModelDescription describe() {
        return description;
    }

    @Override
    public void close() {
        drain();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            LOG.debug("The process is ending: the hook drains as well", e);
        }
    }

    private void drain() {
        try {
            slot.close(PATIENCE);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}
