package dev.docket.dto.search;

/// How an item was found.
public enum FoundBy {
    /// What was looked for is its id.
    ID,
    /// What was looked for is the platform's id of it.
    EXTERNAL_ID,
    /// Everything that was asked for holds of it: words, author, source, outcome and the like.
    MATCH,
    /// It is near to what was asked for, or to an item or image.
    LIKENESS
}
