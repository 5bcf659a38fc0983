package dev.docket.backend.quality;

import java.util.Set;
import java.util.UUID;

/// What one person found of an item without knowing what others found: the raw material of
/// agreement.
///
/// @param policies those found violated; none for APPROVE
record Look(UUID item, UUID person, Set<String> policies) {}
