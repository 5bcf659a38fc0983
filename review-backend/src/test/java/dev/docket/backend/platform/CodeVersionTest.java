package dev.docket.backend.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CodeVersionTest {
    @Test
    void nobodySaidWhichCodeItIs() {
        assertThat(CodeVersion.told(null)).isEqualTo("development");
        assertThat(CodeVersion.told(" ")).isEqualTo("development");
        assertThat(CodeVersion.told("0.1.0+3f2c1ab\n")).isEqualTo("0.1.0+3f2c1ab");
    }

    /// The launcher's own function, in a folder that is no checkout.
    @Test
    void withoutACheckoutTheLauncherSaysTheVersionAlone() throws IOException, InterruptedException {
        Path launcher = Path.of("..", "docket").toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("docket-version");
        Files.writeString(folder.resolve("pom.xml"), "<project>\n  <version>9.8.7</version>\n</project>\n");
        String function = "root=%s; %s; code_version".formatted(folder, function(Files.readString(launcher)));

        var bash = new ProcessBuilder("bash", "-c", function)
                .redirectErrorStream(true)
                .start();

        assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(bash.getInputStream().readAllBytes())).isEqualTo("9.8.7\n");
    }

    private static String function(String launcher) {
        int from = launcher.indexOf("code_version() {");
        return launcher.substring(from, launcher.indexOf("\n}\n", from) + 2);
    }
}
