package dev.docket.model.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.Tokens;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text model that somebody brought: one session, a text at a time, one thread a run.
public final class TextGraph implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Names names;
    private final Map<String, OnnxJavaType> types;
    private final String provider;

    private TextGraph(OrtEnvironment environment, OrtSession session, Names names, String provider)
            throws OrtException {
        this.environment = environment;
        this.session = session;
        this.names = names;
        types = types(session);
        this.provider = provider;
    }

    /// What the graph calls its inputs and its output.
    ///
    /// @param mask null if the graph has none
    /// @param types likewise
    /// @param positions likewise
    public record Names(
            String ids,
            @Nullable String mask,
            @Nullable String types,
            @Nullable String positions,
            String output) {
        private Set<String> inputs() {
            return Stream.of(ids, mask, types, positions)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public static TextGraph open(byte[] model, Names names, Setup setup) throws ModelFault {
        var environment = SharedEnvironment.get();
        try (var options = setup.options()) {
            var session = environment.createSession(GraphFile.whole(model), options);
            var graph = new TextGraph(environment, session, names, setup.provider());
            try {
                graph.refuseMisfits();
                return graph;
            } catch (ModelFault e) {
                graph.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new ModelFault("The text model could not be opened: " + e.getMessage(), e);
        }
    }

    private void refuseMisfits() throws ModelFault {
        if (!session.getInputNames().equals(names.inputs())) {
            throw new ModelFault(
                    "The text model has the inputs " + session.getInputNames() + ", not " + names.inputs());
        }
        if (!session.getOutputNames().contains(names.output())) {
            throw new ModelFault(
                    "The text model has the outputs " + session.getOutputNames() + ", not '" + names.output() + "'");
        }
        for (var input : names.inputs()) {
            var type = types.get(input);
            if (type != OnnxJavaType.INT64 && type != OnnxJavaType.INT32) {
                throw new ModelFault("The text model's input '" + input + "' is not of whole numbers");
            }
        }
    }

    /// Of every input that is a tensor.
    private static Map<String, OnnxJavaType> types(OrtSession session) throws OrtException {
        var types = new HashMap<String, OnnxJavaType>();
        for (var input : session.getInputInfo().entrySet()) {
            if (input.getValue().getInfo() instanceof TensorInfo tensor) {
                types.put(input.getKey(), tensor.type);
            }
        }
        return types;
    }

    /// Where inference runs: `CPU` or `CUDA`.
    public String provider() {
        return provider;
    }

    /// What the output holds for one text, its markers in place.
    public float[] run(Tokens tokens, Run run) throws ModelFault {
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            put(inputs, names.ids(), tokens.ids());
            put(inputs, names.mask(), filled(tokens.size(), 1));
            put(inputs, names.types(), filled(tokens.size(), 0));
            put(inputs, names.positions(), IntStream.range(0, tokens.size()).toArray());
            try (var results = session.run(inputs, Set.of(names.output()), run.options())) {
                var numbers = ((OnnxTensor) results.get(0)).getFloatBuffer();
                var copy = new float[numbers.remaining()];
                numbers.get(copy);
                return copy;
            }
        } catch (OrtException | ClassCastException e) {
            throw new ModelFault("The text model failed on a text", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static int[] filled(int size, int number) {
        var numbers = new int[size];
        Arrays.fill(numbers, number);
        return numbers;
    }

    private void put(Map<String, OnnxTensor> inputs, @Nullable String name, int[] numbers) throws OrtException {
        if (name != null) {
            long[] shape = {1, numbers.length};
            var tensor = types.get(name) == OnnxJavaType.INT32
                    ? OnnxTensor.createTensor(environment, IntBuffer.wrap(numbers), shape)
                    : OnnxTensor.createTensor(
                            environment,
                            LongBuffer.wrap(
                                    Arrays.stream(numbers).asLongStream().toArray()),
                            shape);
            inputs.put(name, tensor);
        }
    }

    /// The caller must have seen every run end first.
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The text model's session could not be closed", e);
        }
    }
}
