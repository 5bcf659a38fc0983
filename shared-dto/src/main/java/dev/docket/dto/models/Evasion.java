package dev.docket.dto.models;

import dev.docket.dto.quality.Estimate;

/// What is still found of violating texts when they are written in disguise.
///
/// @param disguise `leetspeak`, `spacing` or `homoglyphs`
/// @param n texts found as they are
/// @param kept share of those found in disguise too
public record Evasion(String label, String disguise, long n, Estimate kept) {}
