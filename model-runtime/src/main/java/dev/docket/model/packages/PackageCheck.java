package dev.docket.model.packages;

import dev.docket.model.Classifiers;
import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.Checksum;
import dev.docket.model.artifact.ClassPath;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.OcrPackage;
import dev.docket.model.artifact.PackageHeader;
import dev.docket.model.artifact.TextPackage;
import dev.docket.model.image.ImageClassifiers;
import dev.docket.model.ocr.TextReaders;

/// Checks a package as whoever serves it would: every file against its checksum, the manifest
/// against its kind, and the model by loading it and asking it once.
final class PackageCheck {
    private PackageCheck() {}

    static PackageHeader check(ModelPackage.Source source) throws ModelFault {
        var header = PackageHeader.read(source.read(ModelPackage.MANIFEST));
        try {
            switch (header.kind()) {
                case ModelPackage.KIND -> checkHeads(source);
                case ImagePackage.KIND ->
                    ImageClassifiers.open(ImagePackage.read(source), false).close();
                case TextPackage.KIND ->
                    Classifiers.open(TextPackage.read(source), false).close();
                case OcrPackage.KIND ->
                    TextReaders.open(OcrPackage.read(source), Tuning.standard(false))
                            .close();
                default ->
                    throw new ModelFault("There are no packages of kind '" + header.kind()
                            + "', only of kind heads, image, text and ocr");
            }
        } catch (RuntimeException e) {
            throw new ModelFault(
                    "The package does not hold what one of kind '" + header.kind() + "' needs: " + e.getMessage(), e);
        }
        return header;
    }

    /// The encoder itself ships with Docket, and is frozen for the heads when they are first
    /// used.
    private static void checkHeads(ModelPackage.Source source) throws ModelFault {
        var encoder = ModelPackage.read(source).manifest().encoder();
        if (!Checksum.of(ClassPath.read(encoder.resource())).equals(encoder.publishedSha256())) {
            throw new ModelFault("The heads were fitted on another encoder than the one that is here");
        }
    }
}
