package dev.docket.model.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.ImagePackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertNsfwjsTest {
    @Test
    void anyOtherArchiveIsRefused(@TempDir Path folder) throws Exception {
        var archive = Files.write(folder.resolve("other.tgz"), new byte[] {1, 2, 3});
        var output = folder.resolve("output");
        assertThatThrownBy(() -> ConvertNsfwjs.main(new String[] {archive.toString(), output.toString()}))
                .isInstanceOf(ModelFault.class);
        assertThat(output).doesNotExist();
    }

    @Test
    void whatShipsIsSmallAndSaysWhereItIsFrom() throws ModelFault {
        var shipped = ImagePackage.ofResources("models/docket-image");
        assertThat(shipped.model().length).isLessThan(5_000_000);
        assertThat(shipped.manifest().licence()).isEqualTo("MIT");
        assertThat(shipped.manifest().files()).containsKeys("LICENSE", "NOTICE", "MODEL_CARD.md", "model.onnx");
        assertThat(shipped.manifest().provenance().sources())
                .hasKeySatisfying(new org.assertj.core.api.Condition<>(
                        source -> source.contains(ConvertNsfwjs.ARCHIVE_SHA256), "the archive's checksum"));
    }

    /// With the archive that `npm pack nsfwjs@4.4.0` fetches at `docket.nsfwjs.archive` or
    /// `DOCKET_NSFWJS_ARCHIVE`.
    @Test
    void theSameArchiveMakesWhatShipsByteForByte(@TempDir Path folder) throws Exception {
        @Nullable String archive = System.getProperty("docket.nsfwjs.archive", System.getenv("DOCKET_NSFWJS_ARCHIVE"));
        assumeTrue(archive != null, "no archive to convert");
        ConvertNsfwjs.main(new String[] {Objects.requireNonNull(archive), folder.toString()});
        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(file)
                            .hasBinaryContent(ClassPath.read("models/docket-image/" + file.getFileName())));
        }
    }
}
