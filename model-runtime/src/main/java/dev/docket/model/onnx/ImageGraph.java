package dev.docket.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.docket.model.ModelFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An image model: one session, shared by any number of [Worker]s, one thread a run.
public final class ImageGraph implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final Set<String> outputs;
    private final String provider;

    private ImageGraph(
            OrtEnvironment environment, OrtSession session, String input, Set<String> outputs, String provider) {
        this.environment = environment;
        this.session = session;
        this.input = input;
        this.outputs = outputs;
        this.provider = provider;
    }

    /// @param outputs those that are fetched
    public static ImageGraph open(byte[] model, String input, List<String> outputs, Setup setup) throws ModelFault {
        var environment = SharedEnvironment.get();
        try (var options = setup.options()) {
            var session = environment.createSession(GraphFile.whole(model), options);
            var graph = new ImageGraph(environment, session, input, Set.copyOf(outputs), setup.provider());
            graph.refuseMisfits();
            return graph;
        } catch (OrtException e) {
            throw new ModelFault("The image model could not be opened: " + e.getMessage(), e);
        }
    }

    private void refuseMisfits() throws ModelFault {
        if (!session.getInputNames().equals(Set.of(input))) {
            throw misfit("inputs " + session.getInputNames() + ", not '" + input + "'");
        }
        if (!session.getOutputNames().containsAll(outputs)) {
            throw misfit("outputs " + session.getOutputNames() + ", not all of " + outputs);
        }
    }

    private ModelFault misfit(String what) {
        close();
        return new ModelFault("The image model has the " + what);
    }

    /// Where inference runs: `CPU` or `CUDA`.
    public String provider() {
        return provider;
    }

    public Worker newWorker() {
        return new Worker();
    }

    /// The caller must have seen every run end first.
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The image model's session could not be closed", e);
        }
    }

    /// The numbers of one output.
    ///
    /// @param shape the first side is the batch
    public record Values(long[] shape, float[] numbers) {}

    /// A native buffer for one run at a time; for use by one thread at a time.
    public final class Worker {
        private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

        /// @param picture of `shape`
        /// @param run handle by which another thread may break off the computation
        /// @return output to what it holds
        public Map<String, Values> run(float[] picture, long[] shape, Run run) throws ModelFault {
            try (var tensor = OnnxTensor.createTensor(environment, filled(picture), shape);
                    var results = session.run(Map.of(input, tensor), outputs, run.options())) {
                var values = new LinkedHashMap<String, Values>();
                for (var result : results) {
                    values.put(result.getKey(), values((OnnxTensor) result.getValue()));
                }
                return values;
            } catch (OrtException | ClassCastException e) {
                throw new ModelFault("The image model failed on a picture", e);
            }
        }

        private FloatBuffer filled(float[] picture) {
            int bytes = picture.length * Float.BYTES;
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
            }
            return buffer.asFloatBuffer().limit(picture.length).put(picture).rewind();
        }

        private static Values values(OnnxTensor tensor) {
            var numbers = tensor.getFloatBuffer();
            var copy = new float[numbers.remaining()];
            numbers.get(copy);
            return new Values(tensor.getInfo().getShape(), copy);
        }
    }
}
