package dev.docket.dto.item;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One piece of content as a platform submits it. Identified by `(source, externalId)`.
///
/// @param source required, 1..64 characters of `[A-Za-z0-9._-]`
/// @param externalId required, 1..256 characters
/// @param text at most 100,000 characters, kept as sent; NUL is refused
/// @param language BCP 47 tag
/// @param media at most 10
/// @param metadata flat strings shown to the moderator, at most 8 kB together
public record ItemContent(
        String source,
        String externalId,
        @Nullable String text,
        @Nullable String language,
        @Nullable String url,
        @Nullable Instant occurredAt,
        @Nullable List<Media> media,
        @Nullable Author author,
        @Nullable ItemContext context,
        @Nullable ItemMetrics metrics,
        @Nullable Map<String, String> metadata) {}
