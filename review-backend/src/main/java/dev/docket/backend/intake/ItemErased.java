package dev.docket.backend.intake;

import dev.docket.backend.platform.TextDigest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item's content was erased. Published synchronously inside the erasing transaction, so
/// that other modules drop their copies and free-text notes with it.
///
/// @param text of the text it had, for what is kept by content and not by item; null when it
///     had none
/// @param media the hex SHA-256 of each image and video that it had, likewise
public record ItemErased(UUID item, @Nullable TextDigest text, List<String> media) {
    public ItemErased {
        media = List.copyOf(media);
    }

    /// Of an item without media.
    public ItemErased(UUID item, @Nullable TextDigest text) {
        this(item, text, List.of());
    }
}
