package dev.docket.model.explain;

/// Follows a search that takes its time, and may end it.
@FunctionalInterface
public interface Watch {
    /// Called before every batch that is read.
    ///
    /// @param share of the work that is done, 0..1, as far as can be told
    /// @throws java.util.concurrent.CancellationException when nobody wants to know any more, or the
    ///     time is up
    void passed(double share);
}
