package dev.docket.model.convert;

import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ModelPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The folder that a conversion writes a package to.
final class PackageOutput {
    private PackageOutput() {}

    /// A text that lies beside this class.
    static byte[] text(String name) throws IOException {
        try (var in = PackageOutput.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Missing from the class path: " + name);
            }
            return in.readAllBytes();
        }
    }

    /// @param manifest of the files' checksums
    static void write(Map<String, byte[]> files, Function<Map<String, String>, ?> manifest, Path folder)
            throws IOException {
        Files.createDirectories(folder);
        var checksums = new TreeMap<String, String>();
        for (var file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
            checksums.put(file.getKey(), Checksum.of(file.getValue()));
        }
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        var text = json.writeValueAsString(manifest.apply(checksums)) + "\n";
        Files.write(folder.resolve(ModelPackage.MANIFEST), text.getBytes(StandardCharsets.UTF_8));
    }
}
