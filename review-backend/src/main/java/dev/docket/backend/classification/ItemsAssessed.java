package dev.docket.backend.classification;

import dev.docket.backend.intake.Item;
import dev.docket.model.Embedding;
import dev.docket.model.LabelScore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A batch of items was assessed, whatever their route. Published synchronously inside the
/// transaction that stored the assessments, once a batch, so that what listens can write for
/// all of them at once.
public record ItemsAssessed(List<Seen> items) {
    public ItemsAssessed {
        items = List.copyOf(items);
    }

    /// @param embedding of the text by the serving encoder; null where there is no text or the
    ///     model could not read it
    /// @param beside model version to its scores of the text, or of all media, of those that did not
    ///     count; no scores where it failed
    public record Seen(Item item, @Nullable Embedding embedding, Map<String, List<LabelScore>> beside) {
        public Seen {
            beside = Map.copyOf(beside);
        }

        /// Scored by one model alone.
        public Seen(Item item, @Nullable Embedding embedding) {
            this(item, embedding, Map.of());
        }
    }
}
