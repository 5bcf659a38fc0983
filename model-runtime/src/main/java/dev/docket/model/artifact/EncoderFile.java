package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import dev.docket.model.onnx.ActivationScales;
import dev.docket.model.onnx.EncoderGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The frozen encoder on disk, made from the published one when it is not there yet.
///
/// A file whose checksum is not the one that the heads were fitted on is never used: it is made again, and if it
/// still differs the package is refused.
public final class EncoderFile {
    private EncoderFile() {}

    /// @param cache created when missing; the file in it is named after its checksum
    public static Path prepare(Manifest.EncoderBinding encoder, Path cache) throws ModelFault {
        var file = cache.resolve("encoder-" + encoder.sha256() + ".onnx");
        try {
            if (!Files.exists(file) || !Checksum.of(Files.readAllBytes(file)).equals(encoder.sha256())) {
                Files.createDirectories(cache);
                write(frozen(encoder), file);
            }
            return file;
        } catch (IOException e) {
            throw new ModelFault("The encoder cannot be kept in the cache folder", e);
        }
    }

    private static byte[] frozen(Manifest.EncoderBinding encoder) throws ModelFault {
        byte[] published = ClassPath.read(encoder.resource());
        Checksum.verify(encoder.resource(), published, encoder.publishedSha256());
        var scales = new ActivationScales(encoder.scales(), encoder.zeroPoints());
        byte[] frozen = EncoderGraph.read(published).frozen(scales);
        Checksum.verify("The frozen encoder", frozen, encoder.sha256());
        return frozen;
    }

    /// Two starts at once must not see each other's half-written file.
    private static void write(byte[] bytes, Path file) throws IOException {
        var partial = Files.createTempFile(file.getParent(), "encoder", ".partial");
        try {
            Files.write(partial, bytes);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
