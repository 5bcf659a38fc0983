package dev.docket.dto.people;

import java.util.Set;

/// Asks for a new API key.
///
/// @param name 1..100 characters, for the administrator's eyes
public record CreateApiKey(String name, Set<Scope> scopes) {}
