package dev.docket.dto.precedents;

/// Tells desks how far a wave has come: the payload of `wave.changed`.
///
/// @param leader the item it was named after while it waited
/// @param size how many belong to it
/// @param decided how many have been decided so far
public record WaveChanged(String wave, String leader, WaveState state, int size, int decided) {}
