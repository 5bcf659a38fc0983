package dev.docket.dto.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody to enter.
///
/// @param username 1..64 characters of a-z, 0-9, dot, underscore and hyphen, beginning with a letter or digit
/// @param displayName 1..100 characters, what colleagues see
/// @param roles at least one
/// @param skills what the person is trained in, free words; null for none
/// @param languages BCP 47 tags the person reads; `*` for all; null for all
/// @param queues queue keys the person is cleared for; `*` for all; null for all
public record NewPerson(
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable Set<String> skills,
        @Nullable Set<String> languages,
        @Nullable Set<String> queues) {}
