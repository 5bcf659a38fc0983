package dev.docket.model.explain;

/// What becomes of a label's score when one word is left out.
///
/// @param pull by how much the word raises the logit of the score; negative where it lowers it
/// @param without the score of what was read without the word
public record WordPull(Word word, double pull, double without) {}
