package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.head.Heads;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A model package whose every file has been checked against its manifest.
///
/// @param manifest what the package says of itself
/// @param heads its weights
public record ModelPackage(Manifest manifest, Heads heads) {
    public static final String MANIFEST = "model.json";
    public static final String WEIGHTS = "heads.bin";
    public static final String CARD = "MODEL_CARD.md";

    /// Where the bytes of a package's files come from.
    @FunctionalInterface
    public interface Source {
        byte[] read(String file) throws ModelFault;
    }

    /// Reads the package under `folder` on the class path.
    public static ModelPackage ofResources(String folder) throws ModelFault {
        return read(file -> ClassPath.read(folder + "/" + file));
    }

    /// Reads and verifies a package.
    public static ModelPackage read(Source source) throws ModelFault {
        var manifest = parse(source.read(MANIFEST));
        var files = new HashMap<String, byte[]>();
        for (var entry : manifest.files().entrySet()) {
            byte[] bytes = source.read(entry.getKey());
            Checksum.verify(entry.getKey(), bytes, entry.getValue());
            files.put(entry.getKey(), bytes);
        }
        return new ModelPackage(manifest, heads(manifest, files));
    }

    private static Manifest parse(byte[] json) throws ModelFault {
        try {
            return JsonMapper.shared().readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw new ModelFault(MANIFEST + " cannot be read", e);
        }
    }

    private static Heads heads(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        byte[] bytes = files.get(WEIGHTS);
        int labels = manifest.labels().size();
        if (bytes == null || bytes.length != labels * (DIMENSION + 1) * Float.BYTES) {
            throw new ModelFault(WEIGHTS + " does not fit the manifest's labels");
        }
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        var weights = new float[labels][DIMENSION];
        var biases = new double[labels];
        for (int label = 0; label < labels; label++) {
            biases[label] = in.get();
            in.get(weights[label]);
        }
        return new Heads(manifest.labels(), weights, biases, manifest.calibration());
    }

    private static final int DIMENSION = 384;

    /// The bytes of the weights file for `heads`.
    public static byte[] weights(Heads heads) {
        int labels = heads.labels().size();
        var out = ByteBuffer.allocate(labels * (DIMENSION + 1) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int label = 0; label < labels; label++) {
            out.putFloat((float) heads.biases()[label]);
            for (float weight : heads.weights()[label]) {
                out.putFloat(weight);
            }
        }
        return out.array();
    }
}
