package dev.docket.dto.people;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key.
///
/// @param key the secret itself, present only in the answer that creates it
/// @param prefix the first characters of the key, enough to recognise it
public record ApiKeyView(
        String id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String key) {
    @Override
    public String toString() {
        return "ApiKeyView[" + prefix + "…]";
    }
}
