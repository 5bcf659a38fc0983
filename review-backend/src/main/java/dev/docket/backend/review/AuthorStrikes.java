package dev.docket.backend.review;

/// Strikes that stand against an author. Declared here for the author's history; enforcement implements it.
public interface AuthorStrikes {
    /// @return strikes that have not lapsed and were not given back
    int standing(String source, String author);
}
