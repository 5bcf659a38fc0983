package dev.docket.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `./docket` does to a checkout before it builds.
class LauncherTest {
    @TempDir
    private Path checkout;

    @BeforeEach
    void checkOut() throws IOException {
        Files.copy(Path.of("..", "docket"), checkout.resolve("docket"));
        touch(
                "floor/src/main/java/dev/Kept.java",
                "floor/src/main/java/dev/package-info.java",
                "floor/src/test/java/dev/KeptTest.java",
                "db/migrations/V0002__kept.sql");
    }

    @Test
    void classesMigrationsAndTestsOfDeletedSourcesAreClearedAndNothingElse() throws Exception {
        var kept = List.of(
                "floor/target/classes/dev/Kept.class",
                "floor/target/classes/dev/Kept$Inner.class",
                "floor/target/classes/dev/package-info.class",
                "floor/target/classes/application.yaml",
                "floor/target/classes/db/migration/V0002__kept.sql",
                "floor/target/test-classes/dev/KeptTest.class");
        var gone = List.of(
                "floor/target/classes/dev/Gone.class",
                "floor/target/classes/dev/Gone$Inner.class",
                "floor/target/classes/old/Kept.class",
                "floor/target/classes/db/migration/V0001__renamed.sql",
                "floor/target/test-classes/dev/GoneTest.class");
        touch(kept.toArray(String[]::new));
        touch(gone.toArray(String[]::new));

        run("clear_what_has_no_source");

        assertThat(kept).allMatch(name -> Files.exists(checkout.resolve(name)));
        assertThat(gone).noneMatch(name -> Files.exists(checkout.resolve(name)));
        assertThat(checkout.resolve("floor/src/main/java/dev/Kept.java")).exists();
    }

    @Test
    void aFreshCheckoutHasNothingToClear() throws Exception {
        run("clear_what_has_no_source");
    }

    private void touch(String... names) throws IOException {
        for (String name : names) {
            Path file = checkout.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    private void run(String function) throws IOException, InterruptedException {
        var bash = new ProcessBuilder("bash", "-c", ". ./docket; " + function)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
    }
}
