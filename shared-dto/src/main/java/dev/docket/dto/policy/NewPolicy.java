package dev.docket.dto.policy;

/// A policy to be added.
///
/// @param key a-z, 0-9 and underscore, beginning with a letter; it names the policy's queue and
///     never changes
public record NewPolicy(String key, PolicyDraft policy) {}
