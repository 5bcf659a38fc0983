package dev.docket.backend.intake;

/// How many people an item concerns, as far as its platform and its reporters have said.
public record Reach(long views, long shares, long reports) {}
