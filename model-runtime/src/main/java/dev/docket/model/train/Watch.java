package dev.docket.model.train;

/// Whoever waits for a training. Called often, from the training's own thread.
@FunctionalInterface
public interface Watch {
    /// @param share 0..1 of all the work
    /// @param stage what is being done
    /// @throws RuntimeException to end the training; it passes through untouched
    void progress(double share, Stage stage);
}
