package dev.docket.dto.filter;

import org.jspecify.annotations.Nullable;

/// Asks for a new blocklist.
///
/// @param name 1..100 characters
/// @param source who the terms are from, 1..200 characters
/// @param language BCP 47; null or `und` for terms of every language
/// @param effect `SIGNAL` or `REVIEW`; a word is no ground to act on
/// @param policy whose queue takes the matches; null for the general one
/// @param severity 1..4
public record NewBlocklist(
        String name,
        String source,
        @Nullable String language,
        FilterEffect effect,
        @Nullable String policy,
        @Nullable Integer severity) {}
