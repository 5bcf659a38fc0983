package dev.docket.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.Profile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorOptionsTest {
    @Test
    void withoutOptionsTheContractsDefaultsHold() {
        var options = FloorOptions.parse(new String[0], Map.of());
        assertThat(options)
                .isEqualTo(new FloorOptions(
                        false, 8080, Path.of(System.getProperty("user.home"), ".docket"), "127.0.0.1", false, null));
    }

    @Test
    void optionsGoBeforeTheEnvironment() {
        var environment = Map.of("DOCKET_PORT", "9000", "DOCKET_HOME", "/srv/docket");
        assertThat(FloorOptions.parse(new String[0], environment).port()).isEqualTo(9000);
        assertThat(FloorOptions.parse(new String[0], environment).home()).isEqualTo(Path.of("/srv/docket"));
        var typed = FloorOptions.parse(
                new String[] {"--demo", "--port=0", "--home", "/tmp/x", "--bind", "::1", "--gpu", "--profile", "speed"},
                environment);
        assertThat(typed).isEqualTo(new FloorOptions(true, 0, Path.of("/tmp/x"), "::1", true, Profile.SPEED));
        assertThat(typed.asSpringArguments()).contains("--docket.model.profile=SPEED");
    }

    @ParameterizedTest
    @CsvSource({
        "--port, --port needs",
        "--port x, --port takes a number",
        "--port 70000, --port takes a number",
        "--port -1, --port takes a number",
        "--home, --home needs",
        "--home --demo, --home needs",
        "--profile fast, '--profile takes one of [speed, balanced, accuracy, memory]'",
        "--demo=yes, --demo takes no value",
        "--verbose, There is no option '--verbose'",
        "extra, There is no option 'extra'"
    })
    void wrongUsageSaysWhichOption(String typed, String message) {
        assertThatThrownBy(() -> FloorOptions.parse(typed.split(" "), Map.of()))
                .isInstanceOf(FloorOptions.WrongUsage.class)
                .hasMessageContaining(message);
    }

    @Test
    void aWrongPortInTheEnvironmentIsNamed() {
        assertThatThrownBy(() -> FloorOptions.parse(new String[0], Map.of("DOCKET_PORT", "many")))
                .hasMessageContaining("DOCKET_PORT takes a number");
    }
}
