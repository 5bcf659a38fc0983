package dev.docket.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.backend.support.OcrPackages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatShipsIsListed() {
        var said = run(0, "list");
        assertThat(said).contains("docket-text-1", "docket-image-1", "sexual, suggestive", "ships with Docket");
    }

    @Test
    void aPackageGoesOutAndComesIntoAnotherHome() {
        var archive = folder.resolve("image.zip").toString();
        assertThat(run(0, "export", "docket-image-1", archive)).contains("docket-image-1 went out");
        assertThat(run(0, "import", archive)).contains("docket-image-1 is in: image");
        assertThat(run(0, "verify", "docket-image-1")).contains("is whole");
    }

    @Test
    void whatReadsTextsInImagesIsMadeOfItsArchiveAndComesIn() {
        var made = folder.resolve("made").toString();
        assertThat(run(0, "convert", OcrPackages.archive().toString(), made)).contains("The package is in");
        assertThat(run(0, "import", made)).contains("ppocr-4 is in: ocr.");
        assertThat(run(0, "list")).containsPattern("ppocr-4 +ocr +imported");
    }

    @Test
    void whatIsBrokenIsRefusedWithTheReason() throws Exception {
        var file = Files.writeString(folder.resolve("broken.zip"), "not an archive");
        assertThat(run(1, "import", file.toString())).contains("neither a ZIP archive");
        var broken = Files.createDirectories(folder.resolve("models").resolve("broken-1"));
        Files.writeString(broken.resolve("model.json"), "{}");
        assertThat(run(0, "list")).contains("broken-1", "broken: The manifest does not say 'name'");
        assertThat(run(1, "verify")).contains("broken-1 is broken", "docket-image-1 is whole");
    }

    @Test
    void anUnknownVerbIsWrongUsage() {
        for (var words : new String[][] {{}, {"delete"}, {"export", "docket-image-1"}, {"list", "more"}}) {
            assertThatThrownBy(() -> ModelsCommand.run(words, Map.of()))
                    .isInstanceOf(FloorOptions.WrongUsage.class)
                    .hasMessageContaining("models knows list");
        }
    }

    private String run(int status, String... words) {
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        try {
            assertThat(ModelsCommand.run(words, Map.of("DOCKET_HOME", folder.toString())))
                    .isEqualTo(status);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
