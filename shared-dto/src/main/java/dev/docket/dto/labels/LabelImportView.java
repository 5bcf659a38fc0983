package dev.docket.dto.labels;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Labels from elsewhere.
///
/// @param by the person's name who brought them; null for one long gone
/// @param rows taken in so far
/// @param labels balance by label
/// @param withdrawnAt null while they may be used
public record LabelImportView(
        String id,
        String name,
        String licence,
        double weight,
        boolean evaluation,
        long rows,
        Map<String, LabelBalance> labels,
        @Nullable String by,
        Instant createdAt,
        @Nullable Instant withdrawnAt) {}
