package dev.docket.model.onnx;

import ai.onnxruntime.OrtException;
import dev.docket.model.ModelFault;
import java.util.regex.Pattern;

/// There was not enough memory for a run. Less at once may well do.
public final class OutOfMemory extends ModelFault {
    private static final long serialVersionUID = 1L;
    /// The runtime has no code of its own for it; these are its arena's words, the C++ library's and CUDA's.
    private static final Pattern WORDS = Pattern.compile(
            "failed to allocate memory|bad[_ ]alloc|out of memory|ALLOC_FAILED", Pattern.CASE_INSENSITIVE);

    public OutOfMemory(String message, Throwable cause) {
        super(message, cause);
    }

    /// @param message what failed
    static ModelFault or(String message, OrtException cause) {
        return WORDS.matcher(String.valueOf(cause.getMessage())).find()
                ? new OutOfMemory(message, cause)
                : new ModelFault(message, cause);
    }
}
