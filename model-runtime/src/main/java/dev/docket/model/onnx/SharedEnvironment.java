package dev.docket.model.onnx;

import ai.onnxruntime.OrtEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The environment that all sessions of this process share, kept until the process is gone.
///
/// ONNX Runtime releases it in a shutdown hook of its own. Hooks run beside one another, so a model that was just being
/// opened, or still scored for who was being served, lost its ground and took the process with it (the published
/// library's issue 31352). The environment counts who holds it, and one more holder than the hook knows of keeps it.
/// There is no public way to become one, hence the reflection; where it fails one day, all is as it was.
final class SharedEnvironment {
    private static final Logger log = LoggerFactory.getLogger(SharedEnvironment.class);
    private static final int WARNINGS = 2;

    private SharedEnvironment() {}

    static OrtEnvironment get() {
        return Kept.ENVIRONMENT;
    }

    /// Made when first asked for.
    private static final class Kept {
        private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();

        static {
            try {
                keep();
            } catch (ReflectiveOperationException | RuntimeException e) {
                log.warn(
                        "ONNX Runtime's environment cannot be kept; a stop while a model is opened may end in a crash",
                        e);
            }
        }

        private static void keep() throws ReflectiveOperationException {
            var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            var create = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            create.setAccessible(true);
            create.invoke(null, api.getLong(null), WARNINGS, OrtEnvironment.DEFAULT_NAME);
        }
    }
}
