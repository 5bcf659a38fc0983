package dev.docket.backend.intake;

import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as other modules read it.
///
/// @param content as sent, with its metrics brought up to date; null once erased
/// @param media what the floor has of each image and video, in the item's order
public record Item(
        UUID id,
        String source,
        String externalId,
        ItemState state,
        @Nullable ItemContent content,
        long views,
        long shares,
        long reports,
        Instant submittedAt,
        List<KeptMedium> media) {
    public Item {
        media = List.copyOf(media);
    }

    /// Without media.
    public Item(
            UUID id,
            String source,
            String externalId,
            ItemState state,
            @Nullable ItemContent content,
            long views,
            long shares,
            long reports,
            Instant submittedAt) {
        this(id, source, externalId, state, content, views, shares, reports, submittedAt, List.of());
    }

    public Reach reach() {
        return new Reach(views, shares, reports);
    }

    /// What there is to read; null where there is nothing, or not any more.
    public @Nullable String text() {
        return content == null || content.text() == null || content.text().isEmpty() ? null : content.text();
    }
}
