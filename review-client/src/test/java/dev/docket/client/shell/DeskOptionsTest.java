package dev.docket.client.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.docket.client.common.theme.Theme;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskOptionsTest {
    @Test
    void serverAndThemeAreRead() throws WrongUsage {
        var options = DeskOptions.of(List.of("--server", "http://127.0.0.1:8080", "--theme=contrast"));

        assertThat(options.server()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(options.theme()).contains(Theme.HIGH_CONTRAST);
    }

    @Test
    void anEqualsSignInsideAnAddressStays() throws WrongUsage {
        assertThat(DeskOptions.of(List.of("--server=http://h/?a=b")).server().getQuery())
                .isEqualTo("a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--server",
                "--server ftp://h",
                "--server 127.0.0.1:8080",
                "--server http://h --theme pink",
                "--server http://h --verbose",
                "http://h"
            })
    void wrongUsageSaysWhichOption(String line) {
        var arguments = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));

        assertThatExceptionOfType(WrongUsage.class)
                .isThrownBy(() -> DeskOptions.of(arguments))
                .withMessageMatching(".*(--server|--theme|--verbose|http://h).*");
    }
}
