package dev.docket.model.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.model.ModelFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageTest {
    private static final String FOLDER = "models/docket-text";

    private static ModelPackage altered(String file, UnaryOperator<byte[]> change) throws ModelFault {
        return ModelPackage.read(name -> {
            byte[] bytes = ClassPath.read(FOLDER + "/" + name);
            return name.equals(file) ? change.apply(bytes) : bytes;
        });
    }

    private static UnaryOperator<byte[]> replacing(String from, String to) {
        return bytes ->
                new String(bytes, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theShippedPackageIsWhole() throws ModelFault {
        var manifest = ModelPackage.ofResources(FOLDER).manifest();
        assertThat(manifest.labels())
                .containsExactly(
                        "toxicity", "hate", "harassment", "threat", "sexual", "profanity", "spam", "self_harm");
        assertThat(manifest.files()).containsKeys("vector.bin", "lexicon.bin", "MODEL_CARD.md");
        assertThat(manifest.licence()).isNotBlank();
        assertThat(manifest.figures()).containsKey("toxicity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector.bin", "lexicon.bin", "MODEL_CARD.md"})
    void aFileWithOneChangedByteIsRefused(String file) {
        assertThatThrownBy(() -> altered(file, bytes -> {
                    bytes[bytes.length / 2] ^= 1;
                    return bytes;
                }))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining(file);
    }

    @Test
    void anUnreadableManifestIsRefused() {
        assertThatThrownBy(() -> altered("model.json", bytes -> new byte[] {'{'}))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("model.json");
    }

    @Test
    void aPackageOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> altered("model.json", replacing("\"heads\"", "\"image\"")))
                .isInstanceOf(ModelFault.class)
                .hasMessageContaining("image");
    }

    @Test
    void headsWithoutTheirEncoderAreRefused(@TempDir Path cache) throws ModelFault {
        var sha = ModelPackage.ofResources(FOLDER).manifest().encoder().sha256();
        var other =
                altered("model.json", replacing(sha, "0".repeat(64))).manifest().encoder();
        assertThatThrownBy(() -> EncoderFile.prepare(other, cache)).isInstanceOf(ModelFault.class);
    }

    @Test
    void aDamagedCacheIsMadeAgain(@TempDir Path cache) throws Exception {
        var encoder = ModelPackage.ofResources(FOLDER).manifest().encoder();
        var file = EncoderFile.prepare(encoder, cache);
        Files.write(file, new byte[] {1, 2, 3});
        EncoderFile.prepare(encoder, cache);
        assertThat(Checksum.of(Files.readAllBytes(file))).isEqualTo(encoder.sha256());
        assertThat(Map.of("files in the cache", Files.list(cache).count())).containsValue(1L);
    }
}
