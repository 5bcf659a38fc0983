package dev.docket.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.model.ModelFault;
import dev.docket.model.image.ImageClassifiers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedEnvironmentTest {
    private static final int AS_ASKED = 7;

    @TempDir
    Path folder;

    @Test
    void aProcessThatEndsWhileAModelIsOpenedEndsInGoodOrder() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(AS_ASKED);
        assertThat(folder).isEmptyDirectory();
    }

    /// Opens a model again and again, also while the process is going down and something else takes its time.
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) throws Exception {
            openAndClose();
            var endless = new Thread(() -> {
                while (true) {
                    try {
                        openAndClose();
                    } catch (ModelFault e) {
                        Runtime.getRuntime().halt(1);
                    }
                }
            });
            endless.setDaemon(true);
            endless.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    TimeUnit.SECONDS.sleep(2);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            System.exit(AS_ASKED);
        }

        private static void openAndClose() throws ModelFault {
            ImageClassifiers.openDefault(false).close();
        }
    }
}
