package dev.docket.model.artifact;

import dev.docket.model.head.Calibration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `model.json`: what a model package is, what it was made from and how its files are known to be whole.
///
/// @param kind `heads`; later also `image` and `encoder`
/// @param labels in the order of the weights
/// @param encoder the one encoder file whose vectors the heads read
/// @param calibration one per label, in order
/// @param files file name to SHA-256, every file of the package but this one
/// @param provenance how the package was made, and from which sources
/// @param parent version that this one was retrained from, if any
/// @param figures test figures per label
public record Manifest(
        String name,
        String version,
        String kind,
        List<String> labels,
        EncoderBinding encoder,
        Preprocessing preprocessing,
        List<Calibration> calibration,
        Map<String, String> files,
        String licence,
        Provenance provenance,
        @Nullable String parent,
        Map<String, Map<String, Double>> figures) {

    /// The encoder that the heads belong to.
    ///
    /// @param resource the published file on the class path
    /// @param vocabulary its `tokenizer.json` on the class path
    /// @param publishedSha256 of the published file
    /// @param sha256 of the frozen file that runs
    /// @param scales constants of the frozen file, see `ActivationScales`
    /// @param zeroPoints likewise
    public record EncoderBinding(
            String name,
            String resource,
            String vocabulary,
            String publishedSha256,
            String sha256,
            List<Float> scales,
            List<Integer> zeroPoints) {}

    /// How a text becomes what the heads read.
    ///
    /// @param lexicalBits lexical features are hashed into `2^lexicalBits` buckets
    public record Preprocessing(int windowTokens, int overlapTokens, int mostWindows, int lexicalBits) {}

    /// @param program class that made the package
    /// @param seed of its random numbers
    /// @param sources data set to licence
    public record Provenance(String program, long seed, Map<String, String> sources) {}
}
