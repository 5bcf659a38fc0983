package dev.docket.model;

import java.util.List;

/// What a classifier has loaded.
///
/// @param version the head package's version, as it stands in every score
/// @param encoder the encoder's name and precision
/// @param encoderSha256 the encoder file the heads were fitted on
/// @param labels in the order of the scores
/// @param provider where inference runs: `CPU` or `CUDA`
public record ModelDescription(
        String version, String encoder, String encoderSha256, List<String> labels, String provider) {
    public ModelDescription {
        labels = List.copyOf(labels);
    }
}
