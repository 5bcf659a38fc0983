package dev.docket.model.artifact;

import dev.docket.model.ModelFault;

/// A package of kind `image` whose every file has been checked against its manifest.
///
/// @param manifest what the package says of itself
/// @param model the ONNX file
public record ImagePackage(ImageManifest manifest, byte[] model) {
    public static final String KIND = "image";
    private static final int MOST_SIDE = 1_024;
    private static final int CHANNELS = 3;

    /// Reads the package under `folder` on the class path.
    public static ImagePackage ofResources(String folder) throws ModelFault {
        return read(file -> ClassPath.read(folder + "/" + file));
    }

    /// Reads and verifies a package.
    public static ImagePackage read(ModelPackage.Source source) throws ModelFault {
        var manifest = PackageFiles.manifest(source, ImageManifest.class);
        refuseMisfits(manifest);
        byte[] model = PackageFiles.verified(source, manifest.files()).get(manifest.model());
        if (model == null) {
            throw new ModelFault("The model '" + manifest.model() + "' is not among the package's files");
        }
        return new ImagePackage(manifest, model);
    }

    private static void refuseMisfits(ImageManifest manifest) throws ModelFault {
        if (!manifest.kind().equals(KIND)) {
            throw new ModelFault("A package of kind '" + KIND + "' is needed, this is '" + manifest.kind() + "'");
        }
        ClassLabels.check(manifest.labels(), manifest.classes(), manifest.classesOf(), manifest.calibration());
        var input = manifest.input();
        if (Math.min(input.width(), input.height()) < 1 || Math.max(input.width(), input.height()) > MOST_SIDE) {
            throw new ModelFault(
                    "Pictures of %d x %d are not what an image model reads".formatted(input.width(), input.height()));
        }
        if (input.mean().size() != CHANNELS
                || input.deviation().size() != CHANNELS
                || input.deviation().contains(0f)) {
            throw new ModelFault("Three means and three deviations are needed, none of the latter zero");
        }
    }
}
