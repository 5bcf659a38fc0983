package dev.docket.model;

import dev.docket.model.artifact.ModelPackage;
import dev.docket.model.artifact.TextPackage;
import java.nio.file.Path;

/// Opens classifiers.
public final class Classifiers {
    private static final String DEFAULT_PACKAGE = "models/docket-text";

    private Classifiers() {}

    /// The package of heads that ships with Docket.
    public static ModelPackage.Source shipped() {
        return ModelPackage.resources(DEFAULT_PACKAGE);
    }

    /// Opens the encoder and heads that ship with Docket.
    ///
    /// A text of more than about 3,000 tokens is not read in full: of its windows (126 tokens,
    /// 32 of them shared with the next) 32 are read, namely the first and the last, some spread
    /// evenly in between, and those whose words look worst. So the time that one text can take
    /// is bounded whatever its length, at about a second on one core.
    ///
    /// @param cache a writable folder where the patched encoder may be kept between starts
    /// @param gpu demand the CUDA provider; without it the CPU is used even where a GPU exists
    /// @throws ModelFault when a checksum does not match, or `gpu` is wanted and not to be had
    public static Classifier openDefault(Path cache, boolean gpu) throws ModelFault {
        return open(ModelPackage.read(shipped()), cache, gpu);
    }

    /// Opens the encoder that a package of heads belongs to, with these heads.
    ///
    /// @param cache as above
    /// @param gpu as above
    public static Classifier open(ModelPackage heads, Path cache, boolean gpu) throws ModelFault {
        return open(heads, cache, Tuning.standard(gpu));
    }

    /// The same, run in a certain way.
    public static Classifier open(ModelPackage heads, Path cache, Tuning tuning) throws ModelFault {
        return TextClassifier.open(heads, cache, tuning);
    }

    /// Opens a text model of a package that somebody brought. It has neither explanations nor
    /// embeddings.
    ///
    /// @param gpu as above
    /// @throws ModelFault also when the model does not do what its manifest says
    public static Classifier open(TextPackage model, boolean gpu) throws ModelFault {
        return open(model, Tuning.standard(gpu));
    }

    /// The same, run in a certain way.
    public static Classifier open(TextPackage model, Tuning tuning) throws ModelFault {
        return PackagedTextClassifier.open(model, tuning);
    }
}
