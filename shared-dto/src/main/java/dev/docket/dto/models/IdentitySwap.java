package dev.docket.dto.models;

import java.util.List;

/// The same sentences with one identity term after another: how far apart a label's scores are for nothing but the
/// term.
///
/// @param sentences how many
/// @param spread mean over the sentences of highest less lowest score
/// @param worst the widest of them
/// @param terms each with its mean score, the highest first
public record IdentitySwap(String label, int sentences, double spread, double worst, List<TermScore> terms) {
    /// @param score mean over the sentences
    public record TermScore(String term, double score) {}
}
