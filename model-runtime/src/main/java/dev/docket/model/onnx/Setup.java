package dev.docket.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.docket.model.ModelFault;

/// How a session is opened. Each run computes on one thread; runs go beside one another instead.
///
/// @param gpu demand CUDA; there is no falling back to the CPU
/// @param arena keep native memory between runs rather than giving it back
public record Setup(boolean gpu, boolean arena) {
    /// Memory is kept.
    public static Setup on(boolean gpu) {
        return new Setup(gpu, true);
    }

    SessionOptions options() throws OrtException, ModelFault {
        var options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(arena);
            options.setMemoryPatternOptimization(arena);
            if (gpu) {
                Cuda.demand(options);
            }
            return options;
        } catch (OrtException | ModelFault e) {
            options.close();
            throw e;
        }
    }

    String provider() {
        return gpu ? "CUDA" : "CPU";
    }
}
