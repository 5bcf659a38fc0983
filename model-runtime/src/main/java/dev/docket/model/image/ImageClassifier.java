package dev.docket.model.image;

import dev.docket.model.ModelDescription;
import dev.docket.model.ModelFault;
import dev.docket.model.picture.Frame;
import java.util.List;

/// Scores frames of pictures and videos under every label of the loaded model.
///
/// Implementations are safe for use by many threads. A frame's result never depends on which
/// other frames were scored with it.
public interface ImageClassifier extends AutoCloseable {
    /// Scores `frames`; result `i` belongs to frame `i`. Frames may be of any size, and are
    /// scaled to what the model reads without keeping their proportions.
    ///
    /// @param explain also tell which regions spoke for each label, where the model can
    /// @throws ModelFault when the model fails, hangs past its time limit, or gives a score
    ///     that is not in 0..1. A fault concerns the whole call.
    List<ImageScores> classify(List<Frame> frames, boolean explain) throws ModelFault;

    /// What is loaded and where it runs. The labels of what ships with Docket are `sexual` and
    /// `suggestive`.
    ModelDescription describe();

    /// Waits for running inference, then frees native memory. Later calls of [#classify] throw
    /// [ModelFault].
    @Override
    void close();
}
