package dev.docket.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docket.model.ModelFault;
import dev.docket.model.tokenizer.Tokens;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text model that somebody brought: one session, a text at a time, one thread a run.
public final class TextGraph implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Names names;
    private final String provider;

    private TextGraph(OrtEnvironment environment, OrtSession session, Names names, String provider) {
        this.environment = environment;
        this.session = session;
        this.names = names;
        this.provider = provider;
    }

    /// What the graph calls its inputs and its output.
    ///
    /// @param mask null if the graph has none
    /// @param types likewise
    public record Names(
            String ids, @Nullable String mask, @Nullable String types, String output) {
        private Set<String> inputs() {
            return Stream.of(ids, mask, types).filter(name -> name != null).collect(Collectors.toUnmodifiableSet());
        }
    }

    public static TextGraph open(byte[] model, Names names, Setup setup) throws ModelFault {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = setup.options()) {
            var session = environment.createSession(GraphFile.whole(model), options);
            var graph = new TextGraph(environment, session, names, setup.provider());
            graph.refuseMisfits();
            return graph;
        } catch (OrtException e) {
            throw new ModelFault("The text model could not be opened: " + e.getMessage(), e);
        }
    }

    private void refuseMisfits() throws ModelFault {
        if (!session.getInputNames().equals(names.inputs())) {
            var has = session.getInputNames();
            close();
            throw new ModelFault("The text model has the inputs " + has + ", not " + names.inputs());
        }
        if (!session.getOutputNames().contains(names.output())) {
            var has = session.getOutputNames();
            close();
            throw new ModelFault("The text model has the outputs " + has + ", not '" + names.output() + "'");
        }
    }

    /// Where inference runs: `CPU` or `CUDA`.
    public String provider() {
        return provider;
    }

    /// What the output holds for one text, its markers in place.
    public float[] run(Tokens tokens, Run run) throws ModelFault {
        long[] shape = {1, tokens.size()};
        var ones = new long[tokens.size()];
        Arrays.fill(ones, 1);
        try (var ids = tensor(Arrays.stream(tokens.ids()).asLongStream().toArray(), shape);
                var mask = tensor(ones, shape);
                var types = tensor(new long[tokens.size()], shape)) {
            var inputs = new HashMap<String, OnnxTensor>();
            inputs.put(names.ids(), ids);
            if (names.mask() != null) {
                inputs.put(names.mask(), mask);
            }
            if (names.types() != null) {
                inputs.put(names.types(), types);
            }
            try (var results = session.run(inputs, Set.of(names.output()), run.options())) {
                var numbers = ((OnnxTensor) results.get(0)).getFloatBuffer();
                var copy = new float[numbers.remaining()];
                numbers.get(copy);
                return copy;
            }
        } catch (OrtException | ClassCastException e) {
            throw new ModelFault("The text model failed on a text", e);
        }
    }

    private OnnxTensor tensor(long[] numbers, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
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
