package dev.docket.backend.policy;

/// A policy has a new version: who may decide by it, and whether anybody may, can be otherwise from now on.
public record PolicyPublished(String policy) {}
