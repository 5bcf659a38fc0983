package dev.docket.backend.watching;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a person found of an item that a model had scored.
///
/// @param labels what was found: label to 1 or 0
/// @param scores what the model had said
/// @param visible whether the person saw it
/// @param overturned whether an appeal's answer overturned or changed what was found first
/// @param terms which identities its text speaks of
record Outcome(
        Map<String, Integer> labels,
        Map<String, Double> scores,
        String language,
        boolean visible,
        boolean overturned,
        List<String> terms,
        Instant decidedAt) {}
