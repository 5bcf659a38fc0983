package dev.docket.model;

import dev.docket.model.artifact.ModelPackage;
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

    /// Reads every later text with these heads, in the one pass of the encoder that is open. A call in flight
    /// finishes with the heads that it began with.
    ///
    /// @param champion whose scores count
    /// @param beside what scores unseen, see [TextScores#beside]
    /// @throws ModelFault and nothing is different from before, when there are no heads in this model, when they
    ///     were fitted on another encoder or on other pieces of a text, or when they give no scores
    default void serve(ModelPackage champion, List<ModelPackage> beside) throws ModelFault {
        throw new ModelFault("This model has no heads that could be exchanged");
    }

    /// What is loaded and where it runs.
    ModelDescription describe();

    /// Waits for running inference, then frees native memory. Later calls of [#classify] throw [ModelFault].
    @Override
    void close();
}
