package dev.docket.model.artifact;

import dev.docket.model.ModelFault;

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
        var manifest = PackageFiles.manifest(source, TextManifest.class);
        if (!manifest.kind().equals(KIND)) {
            throw new ModelFault("A package of kind '" + KIND + "' is needed, this is '" + manifest.kind() + "'");
        }
        ClassLabels.check(manifest.labels(), manifest.classes(), manifest.classesOf(), manifest.calibration());
        int tokens = manifest.input().mostTokens();
        if (tokens < LEAST_TOKENS || tokens > MOST_TOKENS) {
            throw new ModelFault("'input.mostTokens' is %d to %d".formatted(LEAST_TOKENS, MOST_TOKENS));
        }
        var files = PackageFiles.verified(source, manifest.files());
        return new TextPackage(
                manifest, PackageFiles.file(files, manifest.model()), PackageFiles.file(files, manifest.tokenizer()));
    }
}
