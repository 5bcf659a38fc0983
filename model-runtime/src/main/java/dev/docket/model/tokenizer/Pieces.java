package dev.docket.model.tokenizer;

/// Cuts a word into pieces of a vocabulary: what a `tokenizer.json` calls its model. Thread-safe.
interface Pieces {
    /// Appends the pieces of `word` in their order, which is not empty.
    void cut(Aligned word, Tokens.Builder tokens);
}
