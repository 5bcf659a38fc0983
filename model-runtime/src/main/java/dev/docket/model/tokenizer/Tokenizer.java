package dev.docket.model.tokenizer;

/// Cuts texts into the tokens of one model. Thread-safe.
public interface Tokenizer {
    /// Cuts `text` into tokens, all of it, without what the model wants around them.
    Tokens tokenize(String text);

    /// The tokens as the model wants them: between its opening and closing markers.
    Tokens mark(Tokens tokens);

    /// How many tokens [#mark] adds.
    int marks();
}
