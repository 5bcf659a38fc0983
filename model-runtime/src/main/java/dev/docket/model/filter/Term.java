package dev.docket.model.filter;

/// A word or phrase of a blocklist. A star at either end lets the word go on there: `foo*`, `*foo`, `*foo*`.
///
/// @param id whatever the caller knows it by
/// @param language BCP 47; [#ANY_LANGUAGE] for a term of every language
/// @param allowed whether it silences the others where it covers them: "Dick van Dyke"
public record Term(long id, String text, String language, boolean allowed) {
    public static final String ANY_LANGUAGE = "und";
}
