package dev.docket.model.train;

import java.util.stream.Stream;

/// Where labelled texts come from. Each call begins anew and gives the same rows in the same
/// order; rows are read as the stream is consumed, so that not all of them need be in memory.
public interface LabelledTexts {
    Stream<LabelledText> training();

    /// What calibration and the figures before and after are taken on.
    Stream<LabelledText> validation();
}
