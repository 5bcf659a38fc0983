package dev.docket.model;

import java.util.List;

/// Scores texts under every label of the loaded heads.
///
/// Implementations are safe for use by many threads. A text's result never depends on which other texts were
/// scored with it.
public interface Classifier extends AutoCloseable {
    /// Scores `texts`; result `i` belongs to text `i`.
    ///
    /// @param explain also compute the contribution of every token to every label's logit
    /// @throws ModelFault when the model fails, hangs past its time limit, or gives a score that is not in 0..1.
    ///     A fault concerns the whole call: the caller may retry texts one by one to find the poisonous one.
    List<TextScores> classify(List<String> texts, boolean explain) throws ModelFault;

    /// What is loaded and where it runs.
    ModelDescription describe();

    /// Waits for running inference, then frees native memory. Later calls of [#classify] throw [ModelFault].
    @Override
    void close();
}
