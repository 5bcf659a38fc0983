package dev.docket.model.train;

/// What a training is doing.
public sealed interface Stage {
    /// Texts pass through the encoder.
    ///
    /// @param rows that were read so far
    record Reading(int rows) implements Stage {}

    /// A head is fitted.
    ///
    /// @param label that it scores
    record Fitting(String label) implements Stage {}

    /// What it came to is put together.
    record SummingUp() implements Stage {}
}
