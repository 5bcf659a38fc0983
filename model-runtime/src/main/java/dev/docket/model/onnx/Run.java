package dev.docket.model.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.docket.model.ModelFault;

/// One computation that can be broken off from another thread.
public final class Run implements AutoCloseable {
    private final RunOptions options;

    public Run() throws ModelFault {
        try {
            options = new RunOptions();
        } catch (OrtException e) {
            throw new ModelFault("The runtime refused a run", e);
        }
    }

    RunOptions options() {
        return options;
    }

    /// Makes the computation fail at its next step; a later one too.
    public void breakOff() throws ModelFault {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new ModelFault("A run could not be broken off", e);
        }
    }

    @Override
    public void close() {
        options.close();
    }
}
