package dev.docket.backend.classification;

import dev.docket.backend.policy.Routing;
import dev.docket.model.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws some of the allowed items for people because of what would be learned from them.
/// Without an implementation only the audit share is drawn.
public interface Exploration {
    /// Why such an item is before a person.
    String REASON = "Drawn because the model is unsure of it.";

    /// With which probability an item that was let through is drawn, 0..1; kept with the draw,
    /// so that whoever learns from it can weigh it.
    double probability(List<Routing.Flag> scores, @Nullable Embedding embedding);

    /// The item was drawn.
    void drawn(@Nullable Embedding embedding);

    /// An item goes to people for what it says.
    void sent();
}
