package dev.docket.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.docket.model.ModelFault;

/// The GPU, where it is asked for.
final class Cuda {
    private Cuda() {}

    /// Fails rather than falling back to the CPU in silence.
    static void demand(SessionOptions options) throws ModelFault {
        try {
            options.addCUDA(0);
        } catch (OrtException e) {
            throw new ModelFault("CUDA was demanded and is not to be had: " + e.getMessage(), e);
        }
    }
}
