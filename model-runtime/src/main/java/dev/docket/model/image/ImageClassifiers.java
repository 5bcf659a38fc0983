package dev.docket.model.image;

import dev.docket.model.ModelFault;
import dev.docket.model.Tuning;
import dev.docket.model.artifact.ImagePackage;
import dev.docket.model.artifact.ModelPackage;

/// Opens image classifiers.
public final class ImageClassifiers {
    private static final String DEFAULT_PACKAGE = "models/docket-image";

    private ImageClassifiers() {}

    /// Opens the image model that ships with Docket.
    ///
    /// @param gpu demand the CUDA provider; without it the CPU is used even where a GPU exists
    /// @throws ModelFault when a checksum does not match, or `gpu` is wanted and not to be had
    public static ImageClassifier openDefault(boolean gpu) throws ModelFault {
        return open(shipped(), gpu);
    }

    /// Opens the model of a package.
    ///
    /// @throws ModelFault also when the model does not do what its manifest says
    public static ImageClassifier open(ImagePackage model, boolean gpu) throws ModelFault {
        return open(model, Tuning.standard(gpu));
    }

    /// The same, run in a certain way.
    public static ImageClassifier open(ImagePackage model, Tuning tuning) throws ModelFault {
        return OnnxImageClassifier.open(model, tuning);
    }

    /// The files of the package that ships with Docket.
    public static ModelPackage.Source source() {
        return ModelPackage.resources(DEFAULT_PACKAGE);
    }

    /// The package that ships with Docket.
    public static ImagePackage shipped() throws ModelFault {
        return ImagePackage.ofResources(DEFAULT_PACKAGE);
    }
}
