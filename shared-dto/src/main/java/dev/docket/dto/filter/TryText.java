package dev.docket.dto.filter;

import org.jspecify.annotations.Nullable;

/// Asks what the blocklists in force would find in a text. Nothing of it is stored.
///
/// @param text at most 100,000 characters
/// @param language BCP 47; null or `und` looks for terms of every language
public record TryText(String text, @Nullable String language) {
    @Override
    public String toString() {
        return "TryText[" + text.length() + "]";
    }
}
