package dev.docket.dto.people;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person as an administrator keeps them.
///
/// @param roles as they were given, without what they include
/// @param version sent back as `If-Match` (in quotes) by whoever changes the account
/// @param disabledAt since when the person may not work here; null while they may
public record Account(
        String id,
        String username,
        String displayName,
        Set<Role> roles,
        List<String> skills,
        List<String> languages,
        List<String> queues,
        Instant createdAt,
        @Nullable Instant disabledAt,
        long version) {}
