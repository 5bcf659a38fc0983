package dev.docket.dto.policy;

import dev.docket.dto.quality.PersonName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version in a policy's history.
///
/// @param changed the fields that differ from the version before, such as `title`; empty for the first
public record PolicyVersion(
        int version,
        String title,
        Instant publishedAt,
        @Nullable PersonName publishedBy,
        List<String> changed) {}
