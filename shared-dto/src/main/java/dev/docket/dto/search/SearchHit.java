package dev.docket.dto.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item that was found, with what was decided of it.
///
/// @param text its beginning; null where it has none
/// @param media how many images and videos it has
/// @param foundBy what of the query it answers
/// @param similarity 0..1 to what was asked for; null unless found by likeness
/// @param decisions in the order they were taken; empty where none is in effect or the caller may not see them yet
/// @param decisionsHidden the caller may have to look at the item without knowing what others found
public record SearchHit(
        String itemId,
        String source,
        String externalId,
        @Nullable String text,
        @Nullable String language,
        @Nullable String author,
        int media,
        Instant submittedAt,
        FoundBy foundBy,
        @Nullable Double similarity,
        List<PastFinding> decisions,
        boolean decisionsHidden) {}
