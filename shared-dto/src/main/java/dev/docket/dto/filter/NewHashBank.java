package dev.docket.dto.filter;

import org.jspecify.annotations.Nullable;

/// Asks for a new hash bank.
///
/// @param name 1..100 characters
/// @param source who the hashes are from, 1..200 characters
/// @param effect `ACT` needs a policy
/// @param policy whose queue takes the matches; null for the general one
/// @param severity 1..4
public record NewHashBank(
        String name,
        String source,
        BankPurpose purpose,
        FilterEffect effect,
        @Nullable String policy,
        @Nullable Integer severity) {}
