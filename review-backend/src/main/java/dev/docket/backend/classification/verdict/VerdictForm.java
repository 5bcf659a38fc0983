package dev.docket.backend.classification.verdict;

import java.util.Optional;

/// How a verdict is written into a table.
///
/// @param <V> what is kept
public interface VerdictForm<V> {
    byte[] write(V verdict);

    /// Empty for what another release wrote in another form.
    Optional<V> read(byte[] bytes);

    /// Roughly how many bytes of memory it takes.
    int weight(V verdict);
}
