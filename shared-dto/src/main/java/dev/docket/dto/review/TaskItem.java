package dev.docket.dto.review;

import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContext;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The item as the person sees it.
public record TaskItem(
        String id,
        String source,
        String externalId,
        @Nullable String text,
        @Nullable String language,
        @Nullable String url,
        @Nullable Instant occurredAt,
        List<Media> media,
        @Nullable Author author,
        @Nullable ItemContext context,
        ItemMetrics metrics,
        Map<String, String> metadata,
        Instant submittedAt) {}
