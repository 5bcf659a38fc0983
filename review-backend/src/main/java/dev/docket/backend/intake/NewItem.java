package dev.docket.backend.intake;

import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemContext;
import dev.docket.dto.item.ItemMetrics;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as its row will keep it. The component names are those that the inserting statement reads.
///
/// @param digest hex, of the content
record NewItem(
        UUID id,
        String source,
        String externalId,
        String digest,
        @Nullable String text,
        @Nullable String language,
        @Nullable String url,
        @Nullable Instant occurredAt,
        @Nullable String authorId,
        @Nullable Author author,
        @Nullable String threadId,
        @Nullable ItemContext context,
        List<StoredMedia> media,
        Map<String, String> metadata,
        long views,
        long shares,
        long reports) {

    static NewItem of(UUID id, ItemContent item, List<StoredMedia> media) {
        var metrics = Objects.requireNonNullElse(item.metrics(), new ItemMetrics(null, null, null));
        return new NewItem(
                id,
                item.source(),
                item.externalId(),
                HexFormat.of().formatHex(Digests.ofContent(item)),
                item.text(),
                item.language(),
                item.url(),
                item.occurredAt(),
                item.author() == null ? null : item.author().externalId(),
                item.author(),
                item.context() == null ? null : item.context().threadId(),
                item.context(),
                media,
                Objects.requireNonNullElse(item.metadata(), Map.of()),
                orZero(metrics.views()),
                orZero(metrics.shares()),
                orZero(metrics.reports()));
    }

    boolean ready() {
        return media.stream().noneMatch(StoredMedia::awaitsFetching);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
