package dev.docket.backend.classification;

import dev.docket.model.TextScores;
import java.util.Optional;
import java.util.UUID;

/// Says whose scores of an item count, where more than one model scored it: while a new model
/// is tried on a share of the items. Without an implementation the champion's count.
public interface CountingScores {
    /// Those that count, with all others beside them. The same for the same item, however often
    /// it is asked.
    TextScores of(UUID item, TextScores scores);

    /// The version whose scores of images and videos count for this item, where it is not the champion.
    Optional<String> ofMedia(UUID item);
}
