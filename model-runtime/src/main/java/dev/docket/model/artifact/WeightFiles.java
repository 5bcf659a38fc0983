package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.head.Heads;
import dev.docket.model.head.Lexicon;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/// The weights of heads as bytes, little-endian.
///
/// `vector.bin` holds for every label its bias and then its weights of the encoder's vector, as 32-bit floats.
/// `lexicon.bin` holds every label's largest weight as a 32-bit float and then, bucket by bucket, a byte per label.
public final class WeightFiles {
    private static final String VECTOR = "vector.bin";
    private static final String LEXICON = "lexicon.bin";
    private static final int DIMENSION = 384;

    private WeightFiles() {}

    /// File name to content.
    public static Map<String, byte[]> of(Heads heads) {
        var files = new TreeMap<String, byte[]>();
        files.put(VECTOR, vector(heads));
        files.put(LEXICON, lexicon(heads.lexicon()));
        return files;
    }

    private static byte[] vector(Heads heads) {
        int labels = heads.labels().size();
        var out = littleEndian(new byte[labels * (DIMENSION + 1) * Float.BYTES]);
        for (int label = 0; label < labels; label++) {
            out.putFloat((float) heads.biases()[label]);
            for (float weight : heads.weights()[label]) {
                out.putFloat(weight);
            }
        }
        return out.array();
    }

    private static byte[] lexicon(Lexicon lexicon) {
        var out = littleEndian(new byte[lexicon.scales().length * Float.BYTES + lexicon.steps().length]);
        for (float scale : lexicon.scales()) {
            out.putFloat(scale);
        }
        return out.put(lexicon.steps()).array();
    }

    static float[][] vectorWeights(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        var in = vector(manifest, files);
        var weights = new float[manifest.labels().size()][DIMENSION];
        for (float[] row : weights) {
            in.getFloat();
            for (int d = 0; d < DIMENSION; d++) {
                row[d] = in.getFloat();
            }
        }
        return weights;
    }

    static double[] biases(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        var in = vector(manifest, files);
        var biases = new double[manifest.labels().size()];
        for (int label = 0; label < biases.length; label++) {
            biases[label] = in.getFloat(label * (DIMENSION + 1) * Float.BYTES);
        }
        return biases;
    }

    private static ByteBuffer vector(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        return sized(files, VECTOR, manifest.labels().size() * (DIMENSION + 1) * Float.BYTES);
    }

    static Lexicon lexicon(Manifest manifest, Map<String, byte[]> files) throws ModelFault {
        int labels = manifest.labels().size();
        int bits = manifest.preprocessing().lexicalBits();
        var in = sized(files, LEXICON, labels * Float.BYTES + (labels << bits));
        var scales = new float[labels];
        for (int label = 0; label < labels; label++) {
            scales[label] = in.getFloat();
        }
        var steps = new byte[labels << bits];
        in.get(steps);
        return new Lexicon(bits, scales, steps);
    }

    private static ByteBuffer sized(Map<String, byte[]> files, String name, int size) throws ModelFault {
        byte[] bytes = files.get(name);
        if (bytes == null || bytes.length != size) {
            throw new ModelFault(name + " does not fit the manifest: " + size + " bytes are expected");
        }
        return littleEndian(bytes);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
