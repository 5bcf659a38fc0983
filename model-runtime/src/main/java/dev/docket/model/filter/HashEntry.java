package dev.docket.model.filter;

import dev.docket.model.image.PdqHash;

/// A perceptual hash of a bank.
///
/// @param id whatever the caller knows it by; of the entries with one id the last counts
public record HashEntry(long id, PdqHash hash) {}
