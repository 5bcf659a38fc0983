package dev.docket.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.ModelPackage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The same encoder as DJL runs it: its tokeniser, its engine, a predictor a core.
final class DjlPeer implements AutoCloseable {
    private static final int MOST_TOKENS = 128;

    private final int batch;
    private final HuggingFaceTokenizer tokenizer;
    private final ZooModel<String[], float[][]> model;
    private final BlockingQueue<Predictor<String[], float[][]>> predictors;
    private final ExecutorService threads;

    /// @param batch texts that are run together, as they arrive
    DjlPeer(Path encoder, int batch) throws Exception {
        this.batch = batch;
        int cores = Runtime.getRuntime().availableProcessors();
        byte[] vocabulary = ClassPath.read(ModelPackage.ofResources("models/docket-text")
                .manifest()
                .encoder()
                .vocabulary());
        tokenizer = HuggingFaceTokenizer.newInstance(
                new ByteArrayInputStream(vocabulary),
                Map.of("padding", "longest", "truncation", "true", "maxLength", String.valueOf(MOST_TOKENS)));
        model = Criteria.builder()
                .setTypes(String[].class, float[][].class)
                .optEngine("OnnxRuntime")
                .optModelPath(encoder)
                .optTranslator(new Mean(tokenizer))
                .optOption("intraOpNumThreads", "1")
                .optOption("interOpNumThreads", "1")
                .build()
                .loadModel();
        threads = Executors.newFixedThreadPool(cores);
        predictors = new ArrayBlockingQueue<>(cores);
        for (int i = 0; i < cores; i++) {
            predictors.add(model.newPredictor());
        }
    }

    /// @return how many texts were embedded
    int embed(List<String> texts) throws Exception {
        var calls = new ArrayList<Callable<Integer>>();
        for (int from = 0; from < texts.size(); from += batch) {
            var some = texts.subList(from, Math.min(texts.size(), from + batch)).toArray(String[]::new);
            calls.add(() -> embed(some));
        }
        int embedded = 0;
        for (var call : threads.invokeAll(calls)) {
            embedded += call.get();
        }
        return embedded;
    }

    private int embed(String[] texts) throws Exception {
        var predictor = predictors.take();
        try {
            return predictor.predict(texts).length;
        } finally {
            predictors.add(predictor);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        predictors.forEach(Predictor::close);
        model.close();
        tokenizer.close();
    }

    /// Its own tokeniser and arrays; the mean in Java, because this engine has no arithmetic of its own.
    private static final class Mean implements NoBatchifyTranslator<String[], float[][]> {
        private static final String LENGTHS = "lengths";

        private final HuggingFaceTokenizer tokenizer;

        private Mean(HuggingFaceTokenizer tokenizer) {
            this.tokenizer = tokenizer;
        }

        @Override
        public NDList processInput(TranslatorContext context, String[] texts) {
            Encoding[] encodings = tokenizer.batchEncode(texts);
            var ids = new long[encodings.length][];
            var mask = new long[encodings.length][];
            var types = new long[encodings.length][];
            for (int i = 0; i < encodings.length; i++) {
                ids[i] = encodings[i].getIds();
                mask[i] = encodings[i].getAttentionMask();
                types[i] = encodings[i].getTypeIds();
            }
            context.setAttachment(LENGTHS, mask);
            var manager = context.getNDManager();
            var inputs = new NDList(manager.create(ids), manager.create(mask), manager.create(types));
            inputs.get(0).setName("input_ids");
            inputs.get(1).setName("attention_mask");
            inputs.get(2).setName("token_type_ids");
            return inputs;
        }

        @Override
        public float[][] processOutput(TranslatorContext context, NDList outputs) {
            var mask = (long[][]) context.getAttachment(LENGTHS);
            float[] all = outputs.get(0).toFloatArray();
            int width = (int) outputs.get(0).getShape().get(2);
            var means = new float[mask.length][width];
            int at = 0;
            for (int text = 0; text < mask.length; text++) {
                int tokens = 0;
                for (long real : mask[text]) {
                    for (int d = 0; real == 1 && d < width; d++) {
                        means[text][d] += all[at + d];
                    }
                    tokens += (int) real;
                    at += width;
                }
                for (int d = 0; d < width; d++) {
                    means[text][d] /= tokens;
                }
            }
            return means;
        }
    }
}
