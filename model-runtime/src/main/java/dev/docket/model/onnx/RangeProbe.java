package dev.docket.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.Tokens;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Finds the [ActivationScales] of an encoder by watching it read sample texts one by one.
public final class RangeProbe {
    /// Share of the texts whose range is covered in full; the rest is clipped, which costs less than coarse steps.
    private static final double COVERED = 0.999;

    private static final int STEPS = 255;

    private RangeProbe() {}

    /// @param samples texts with the encoder's markers in place
    public static ActivationScales measure(EncoderGraph graph, List<Tokens> samples) throws ModelFault {
        var names = graph.probes();
        var lows = new float[names.size() / 2][samples.size()];
        var highs = new float[names.size() / 2][samples.size()];
        var environment = SharedEnvironment.get();
        try (var session = environment.createSession(graph.probing())) {
            for (int sample = 0; sample < samples.size(); sample++) {
                observe(environment, session, names, samples.get(sample), lows, highs, sample);
            }
        } catch (OrtException e) {
            throw new ModelFault("The encoder could not be probed", e);
        }
        return summarise(lows, highs);
    }

    private static void observe(
            OrtEnvironment environment,
            OrtSession session,
            List<String> names,
            Tokens tokens,
            float[][] lows,
            float[][] highs,
            int sample)
            throws OrtException {
        long[] shape = {1, tokens.size()};
        long[] ids = Arrays.stream(tokens.ids()).asLongStream().toArray();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var id = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var type = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                var result = session.run(Map.of("input_ids", id, "attention_mask", mask, "token_type_ids", type))) {
            for (int point = 0; point < lows.length; point++) {
                float scale = ((OnnxTensor) result.get(names.get(2 * point)).orElseThrow())
                        .getFloatBuffer()
                        .get(0);
                int zero = Byte.toUnsignedInt(
                        ((OnnxTensor) result.get(names.get(2 * point + 1)).orElseThrow())
                                .getByteBuffer()
                                .get(0));
                lows[point][sample] = -zero * scale;
                highs[point][sample] = (STEPS - zero) * scale;
            }
        }
    }

    private static ActivationScales summarise(float[][] lows, float[][] highs) {
        var scales = new ArrayList<Float>();
        var zeroPoints = new ArrayList<Integer>();
        for (int point = 0; point < lows.length; point++) {
            Arrays.sort(lows[point]);
            Arrays.sort(highs[point]);
            int last = lows[point].length - 1;
            float low = lows[point][(int) ((1 - COVERED) * last)];
            float high = highs[point][(int) (COVERED * last)];
            float scale = (high - low) / STEPS;
            scales.add(scale);
            zeroPoints.add(Math.clamp(Math.round(-low / scale), 0, STEPS));
        }
        return new ActivationScales(scales, zeroPoints);
    }
}
