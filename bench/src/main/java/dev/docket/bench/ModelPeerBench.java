package dev.docket.bench;

import dev.docket.model.Classifier;
import dev.docket.model.Classifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// P5: our whole runtime against DJL's engine for ONNX Runtime in the same process, on the same
/// file, the same version of the runtime and as many threads: what DJL Serving runs, without
/// its HTTP.
///
/// The peer tokenises, encodes and takes the mean; ours reads words, heads and scores besides. It is asked in two ways:
/// with batches of 32 texts as they arrive, padded to the longest, which is what its server's batching does, and a text
/// at a time.
final class ModelPeerBench implements Benchmark {
    private static final int BATCH = 32;

    @Override
    public String name() {
        return "model-peer";
    }

    @Override
    public String title() {
        return "P5: the whole runtime against DJL's engine for ONNX Runtime on the same file; goal: both >= 1";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        Path cache = Files.createTempDirectory("docket-bench");
        var texts = DemoTexts.all();
        var comparison = new SideBySide(length.of(9, 7));
        try (var batches = new DjlPeer(RawEncoder.shipped(cache), BATCH);
                var single = new DjlPeer(RawEncoder.shipped(cache), 1);
                Classifier classifier = Classifiers.openDefault(cache, false)) {
            return List.of(
                    comparison.rates(
                            "against-batches",
                            "texts/s",
                            texts.size(),
                            () -> batches.embed(texts),
                            () -> classifier.classify(texts, false)),
                    comparison.rates(
                            "against-single",
                            "texts/s",
                            texts.size(),
                            () -> single.embed(texts),
                            () -> classifier.classify(texts, false)));
        }
    }
}
