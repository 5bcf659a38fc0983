package dev.docket.model.text;

/// Cuts texts into the tokens of one model. Thread-safe.
public interface Tokenizer {
    /// Cuts `text` into tokens, all of it, without the opening and closing markers.
    Tokens tokenize(String text);

    /// The tokens as the model wants them: between its opening and closing markers.
    Tokens mark(Tokens tokens);
}
