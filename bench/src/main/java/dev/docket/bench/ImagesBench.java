package dev.docket.bench;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ImageManifest;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.image.ImageClassifier;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.onnx.ImageGraph;
import dev.docket.model.onnx.Run;
import dev.docket.model.onnx.Setup;
import dev.docket.model.picture.DecoderPool;
import dev.docket.model.picture.Decoding;
import dev.docket.model.picture.Frame;
import dev.docket.model.picture.PictureLimits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Images: scoring decoded frames, and decoding JPEGs in limited processes and scoring them,
/// against the bare session over inputs that were made beforehand; as many threads everywhere as
/// there are cores.
final class ImagesBench implements Benchmark {
    private static final int ROUNDS = 7;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String title() {
        return "Images: frames scored, and JPEGs of 800 x 600 decoded and scored, against the bare session";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        int count = length.of("images", 64, 16);
        int cores = Runtime.getRuntime().availableProcessors();
        var files = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            files.add(jpeg(i));
        }
        try (var raw = new RawSession(cores);
                var classifier = ImageClassifiers.openDefault(false);
                var decoder = DecoderPool.open(cores);
                var threads = Executors.newFixedThreadPool(cores)) {
            var frames = new ArrayList<Frame>();
            for (byte[] file : files) {
                frames.add(frame(decoder, file));
            }
            var comparison = new SideBySide(ROUNDS);
            return List.of(
                    comparison.rates(
                            "images-scored",
                            "pictures/s",
                            count,
                            () -> raw.run(count),
                            () -> classifier.classify(frames, true)),
                    comparison.rates(
                            "images-decoded-and-scored",
                            "pictures/s",
                            count,
                            () -> raw.run(count),
                            () -> decodedAndScored(files, decoder, classifier, threads)));
        }
    }

    private static int decodedAndScored(
            List<byte[]> files, DecoderPool decoder, ImageClassifier classifier, ExecutorService threads)
            throws Exception {
        int scored = 0;
        var calls = files.stream()
                .map(file -> (Callable<Integer>) () ->
                        classifier.classify(List.of(frame(decoder, file)), true).size())
                .toList();
        for (var call : threads.invokeAll(calls)) {
            scored += call.get();
        }
        return scored;
    }

    private static Frame frame(DecoderPool decoder, byte[] file) throws ModelFault {
        if (decoder.decode(file, PictureLimits.STANDARD) instanceof Decoding.Picture picture) {
            return picture.frames().getFirst();
        }
        throw new ModelFault("A picture of our own could not be decoded");
    }

    private static byte[] jpeg(int seed) throws IOException {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(
                    random.nextInt(WIDTH), random.nextInt(HEIGHT), 10 + random.nextInt(120), 10 + random.nextInt(120));
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /// The session by itself, over one input again and again.
    private static final class RawSession implements AutoCloseable {
        private final ImageGraph graph;
        private final ExecutorService threads;
        private final List<ImageGraph.Worker> workers;
        private final float[] input;
        private final long[] shape;

        RawSession(int cores) throws ModelFault {
            var model = ImagePackage.ofResources("models/docket-image");
            ImageManifest.Input reads = model.manifest().input();
            var gives = model.manifest().output();
            var outputs = Stream.of(gives.classes(), gives.map(), gives.bias(), gives.logits())
                    .filter(Objects::nonNull)
                    .toList();
            graph = ImageGraph.open(model.model(), reads.name(), outputs, Setup.on(false));
            threads = Executors.newFixedThreadPool(cores);
            workers = Stream.generate(graph::newWorker).limit(cores).toList();
            input = new float[3 * reads.width() * reads.height()];
            shape = reads.layout() == ImageManifest.Layout.NCHW
                    ? new long[] {1, 3, reads.height(), reads.width()}
                    : new long[] {1, reads.height(), reads.width(), 3};
            var random = new Random(1);
            for (int i = 0; i < input.length; i++) {
                input[i] = random.nextFloat();
            }
        }

        int run(int times) throws Exception {
            var next = new AtomicInteger();
            var loops = workers.stream()
                    .map(worker -> (Callable<Integer>) () -> loop(worker, next, times))
                    .toList();
            int ran = 0;
            for (var loop : threads.invokeAll(loops)) {
                ran += loop.get();
            }
            return ran;
        }

        private int loop(ImageGraph.Worker worker, AtomicInteger next, int times) throws ModelFault {
            int ran = 0;
            try (var run = new Run()) {
                while (next.getAndIncrement() < times) {
                    ran += worker.run(input, shape, run).size();
                }
            }
            return ran;
        }

        @Override
        public void close() {
            threads.shutdown();
            graph.close();
        }
    }
}
