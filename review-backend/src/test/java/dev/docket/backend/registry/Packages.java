package dev.docket.backend.registry;

import dev.docket.backend.support.FloorClient;
import dev.docket.model.ModelFault;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.PackageHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Packages of heads made out of the one that ships, to be told apart by their scores.
public final class Packages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SHIPPED = "models/docket-text/";
    private static final int DIMENSION = 384;

    private Packages() {}

    /// A version that nobody used before: the folder of models outlives a test.
    public static String version(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Takes away what tests brought, so that a later one does not find it lying in the home.
    public static void sweep(Path home) {
        try (var folders = Files.list(home.resolve("models"))) {
            for (var folder : folders.filter(Packages::isOurs).toList()) {
                try (var files = Files.list(folder)) {
                    for (var file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path folder) {
        return Files.isDirectory(folder) && Files.exists(folder.resolve("model.json"));
    }

    /// The shipped heads under another name.
    public static byte[] archive(String version) {
        return archive(version, manifest -> {});
    }

    public static byte[] archive(String version, Consumer<ObjectNode> change) {
        return archive(version, change, files());
    }

    /// Heads whose logits of one label are shifted, as a fit might have shifted them.
    ///
    /// @param label its place in the label schema
    public static byte[] shifted(String version, int label, float by) {
        var files = files();
        byte[] vector = files.get("vector.bin");
        int at = label * (1 + DIMENSION) * Float.BYTES;
        var buffer = ByteBuffer.wrap(vector).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putFloat(at, buffer.getFloat(at) + by);
        return archive(version, manifest -> {}, files);
    }

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var name : new String[] {"vector.bin", "lexicon.bin", "MODEL_CARD.md"}) {
            files.put(name, read(name));
        }
        return files;
    }

    private static byte[] archive(String version, Consumer<ObjectNode> change, Map<String, byte[]> files) {
        var manifest = (ObjectNode) JSON.readTree(read("model.json"));
        manifest.put("version", version).put("parent", "docket-text-1");
        var digests = manifest.putObject("files");
        files.forEach((name, content) -> digests.put(name, sha256(content)));
        change.accept(manifest);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            put(out, "model.json", JSON.writeValueAsBytes(manifest));
            for (var file : files.entrySet()) {
                put(out, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Any package as somebody would send it.
    public static byte[] archive(ModelPackage.Source source) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            put(out, ModelPackage.MANIFEST, source.read(ModelPackage.MANIFEST));
            for (var name : PackageHeader.of(source).files().keySet()) {
                put(out, name, source.read(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static byte[] read(String file) {
        try {
            return ClassPath.read(SHIPPED + file);
        } catch (ModelFault e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FloorClient.Answer upload(FloorClient caller, byte[] archive) {
        return caller.send(caller.request("/api/v1/models")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(archive)));
    }
}
