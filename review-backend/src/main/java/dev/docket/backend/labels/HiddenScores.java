package dev.docket.backend.labels;

import java.util.UUID;

/// Whoever withholds scores from people says so here, so that what a person decided without
/// them is known as such. Without an implementation everybody sees the scores there are.
public interface HiddenScores {
    /// Whether whoever decided in this task did not see the item's scores. Asked in the deciding transaction.
    boolean hidden(UUID task);
}
