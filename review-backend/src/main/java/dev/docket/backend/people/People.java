package dev.docket.backend.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who works here.
public interface People {
    Optional<Clearance> clearance(UUID person);

    /// Looks a person up by sign-in name.
    Optional<UUID> idOf(String username);

    /// Those who work here and have `part` in one of their names, by display name.
    List<Clearance> named(String part);

    /// What a person may take on.
    ///
    /// @param username sign-in name
    /// @param languages BCP 47 tags; `*` for all
    /// @param queues queue keys; `*` for all
    /// @param skills what the person is trained in
    record Clearance(
            UUID person,
            String username,
            String displayName,
            java.util.Set<dev.docket.dto.people.Role> roles,
            java.util.Set<String> languages,
            java.util.Set<String> queues,
            java.util.Set<String> skills) {}
}
