package dev.docket.dto.people;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A person as the desk sees them.
///
/// @param roles with everything a role includes
/// @param languages BCP 47 tags the person reads; `*` for all
/// @param queues queue keys the person is cleared for; `*` for all
/// @param settings the desk's own settings, opaque to the floor
public record PersonView(
        String id,
        String username,
        String displayName,
        Set<Role> roles,
        List<String> skills,
        List<String> languages,
        List<String> queues,
        Map<String, String> settings) {}
