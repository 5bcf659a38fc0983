package dev.docket.model;

import java.util.List;

/// What a classifier has loaded.
///
/// @param version the head package's version, as it stands in every score
/// @param encoder the encoder's name and precision
/// @param encoderSha256 the encoder file the heads were fitted on
/// @param labels in the order of the scores
/// @param provider where inference runs: `CPU` or `CUDA`
/// @param beside versions of the heads that score unseen in the same pass
/// @param reading into what pieces a long text is cut, and how many are read: its scores depend on it
public record ModelDescription(
        String version,
        String encoder,
        String encoderSha256,
        List<String> labels,
        String provider,
        List<String> beside,
        String reading) {
    public ModelDescription {
        labels = List.copyOf(labels);
        beside = List.copyOf(beside);
    }

    /// With nothing beside it.
    public ModelDescription(
            String version, String encoder, String encoderSha256, List<String> labels, String provider) {
        this(version, encoder, encoderSha256, labels, provider, List.of(), "");
    }

    /// The same with other versions beside it.
    public ModelDescription withBeside(List<String> versions) {
        return new ModelDescription(version, encoder, encoderSha256, labels, provider, versions, reading);
    }

    /// The same that reads otherwise.
    public ModelDescription withReading(String other) {
        return new ModelDescription(version, encoder, encoderSha256, labels, provider, beside, other);
    }
}
