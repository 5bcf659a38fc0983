package dev.docket.backend.classification;

import dev.docket.backend.intake.Item;
import dev.docket.model.Embedding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch of items was assessed, whatever their route. Published synchronously inside the transaction that stored the
/// assessments, once a batch, so that what listens can write for all of them at once.
public record ItemsAssessed(List<Seen> items) {
    public ItemsAssessed {
        items = List.copyOf(items);
    }

    /// @param embedding of the text by the serving encoder; null where there is no text or the model could not read it
    public record Seen(Item item, @Nullable Embedding embedding) {}
}
