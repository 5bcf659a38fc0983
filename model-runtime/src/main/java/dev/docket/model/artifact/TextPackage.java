package dev.docket.model.artifact;

import dev.docket.model.ModelFault;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A package of kind `text` whose every file has been checked against its manifest.
///
/// @param manifest what the package says of itself
/// @param model the ONNX file
/// @param tokenizer its `tokenizer.json`
public record TextPackage(TextManifest manifest, byte[] model, byte[] tokenizer) {
    public static final String KIND = "text";
    private static final int LEAST_TOKENS = 16;
    private static final int MOST_TOKENS = 8_192;

    /// Reads and verifies a package.
    public static TextPackage read(ModelPackage.Source source) throws ModelFault {
        var manifest = manifest(source.read(ModelPackage.MANIFEST));
        if (!manifest.kind().equals(KIND)) {
            throw new ModelFault("A package of kind '" + KIND + "' is needed, this is '" + manifest.kind() + "'");
        }
        ClassLabels.check(manifest.labels(), manifest.classes(), manifest.classesOf(), manifest.calibration());
        int tokens = manifest.input().mostTokens();
        if (tokens < LEAST_TOKENS || tokens > MOST_TOKENS) {
            throw new ModelFault("'input.mostTokens' is %d to %d".formatted(LEAST_TOKENS, MOST_TOKENS));
        }
        var files = new HashMap<String, byte[]>();
        for (var entry : manifest.files().entrySet()) {
            byte[] bytes = source.read(entry.getKey());
            Checksum.verify(entry.getKey(), bytes, entry.getValue());
            files.put(entry.getKey(), bytes);
        }
        return new TextPackage(manifest, file(files, manifest.model()), file(files, manifest.tokenizer()));
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws ModelFault {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new ModelFault("'" + name + "' is not among the package's files");
        }
        return bytes;
    }

    private static TextManifest manifest(byte[] json) throws ModelFault {
        try {
            return JsonMapper.shared().readValue(json, TextManifest.class);
        } catch (JacksonException e) {
            throw new ModelFault(ModelPackage.MANIFEST + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
