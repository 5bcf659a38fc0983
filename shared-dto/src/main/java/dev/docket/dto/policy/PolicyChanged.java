package dev.docket.dto.policy;

/// The live event `policy.changed`.
///
/// @param key the policy; `*` for what concerns all of them
public record PolicyChanged(String key, int version) {}
